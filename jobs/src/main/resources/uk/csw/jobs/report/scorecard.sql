-- One row per KPI of one authority and period, in the order of its priority areas, on the basis asked for or the one that says most.
with ranked as (
    select
        scorecard.*,
        row_number() over (
            partition by scorecard.kpi_code
            order by array_position(array['snapshot', 'r12', 'ytd', 'annual', 'quarter', 'month'], scorecard.basis)
        ) as preference
    from mart.scorecard as scorecard
    where scorecard.authority_code = :authority
        and scorecard.period_key = :period
        and (:basis::text is null or scorecard.basis = :basis)
)

select
    coalesce(area.group_name, 'Other figures') as group_name,
    ranked.kpi_code,
    ranked.kpi_name,
    basis,
    unit,
    value_text,
    status,
    is_provisional,
    n::text as n,
    case
        when target_low is null then target::text
        else target_low || ' to ' || target_high
    end as target,
    rag,
    previous_value::text as previous_value,
    short_arrow,
    short_arrow_text,
    last_year_value::text as last_year_value,
    long_arrow,
    long_arrow_text,
    neighbours_value::text as neighbours_value,
    neighbours_used,
    neighbours_total,
    neighbours_rank,
    neighbours_rank_of,
    comparison_groups_text
from ranked
left join mart.kpi_group as area
    on area.authority_code = ranked.authority_code
    and area.kpi_code = ranked.kpi_code
where preference = 1
order by
    area.group_order,
    area.kpi_order,
    ranked.kpi_code
