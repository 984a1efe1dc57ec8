-- The part of each figure that falls in each category. Where nothing does there is no row.
insert into measure_part (window_no, breakdown, category, numerator, denominator, value, status)
with part as (
    select
        divided.window_no,
        tally.breakdown,
        tally.category,
        sum(tally.numerator) as numerator,
        sum(tally.denominator) as denominator
    from measure_breakdown_window as divided
    -- month by month, so that the tallies are looked up in a hash table; of an array the planner expects ten
    cross join lateral unnest(array(
        select generate_series(divided.first_index, divided.last_index)
    )) as happened (month_index)
    inner join measure_breakdown as tally
        on tally.kpi_code = divided.kpi_code
        and tally.authority_key = divided.authority_key
        and tally.month_index = happened.month_index
    where
        divided.is_counted
        and (tally.previous_index is null or tally.previous_index < divided.first_index)
        and (tally.next_index is null or tally.next_index > divided.last_index)
    group by divided.window_no, tally.breakdown, tally.category
)
select
    part.window_no,
    part.breakdown,
    part.category,
    part.numerator,
    case when not figure.is_count then part.denominator end as denominator,
    case
        when figure.is_count then part.numerator
        else figure.scale * part.numerator / part.denominator
    end as value,
    case
        when figure.status = 'immature' then 'immature'
        when not figure.is_count and part.denominator < figure.minimum_denominator then 'too_few'
        else 'measured'
    end as status
from part
inner join measure_breakdown_window as figure on figure.window_no = part.window_no
where
    figure.is_count
    or part.denominator > 0
