-- Natural process limits (XmR) of each point from the points before it, and what is special about the point.
insert into judge_process (
    rule_no,
    authority_key,
    month_index,
    points,
    mean,
    limit_low,
    limit_high,
    signal
)
with stepped as (
    select
        figure.rule_no,
        figure.authority_key,
        figure.month_index,
        figure.value,
        figure.value - lag(figure.value) over points as step
    from judge_figure as figure
    inner join judge_rule as rule on rule.rule_no = figure.rule_no
    where
        rule.is_process
        and figure.value is not null
        and figure.status <> 'immature'
    window points as (partition by figure.rule_no, figure.authority_key order by figure.month_index)
),
windowed as (
    select
        stepped.*,
        count(*) over earlier as points,
        avg(stepped.value) over earlier as mean,
        avg(abs(stepped.step)) over earlier as mean_step,
        array_agg(stepped.value) over newest_eight as newest_eight,
        sum(sign(stepped.step)) over newest_five as direction
    from stepped
    window
        earlier as (
            partition by stepped.rule_no, stepped.authority_key
            order by stepped.month_index
            rows between 24 preceding and 1 preceding
        ),
        newest_eight as (
            partition by stepped.rule_no, stepped.authority_key
            order by stepped.month_index
            rows between 7 preceding and current row
        ),
        newest_five as (
            partition by stepped.rule_no, stepped.authority_key
            order by stepped.month_index
            rows between 4 preceding and current row
        )
),
limited as (
    select
        windowed.*,
        -- No figure is below nothing, and no percentage above everything.
        greatest(windowed.mean - 2.66 * windowed.mean_step, 0) as limit_low,
        case
            when rule.unit = 'percent' then least(windowed.mean + 2.66 * windowed.mean_step, 100)
            else windowed.mean + 2.66 * windowed.mean_step
        end as limit_high
    from windowed
    inner join judge_wanted as wanted
        on wanted.rule_no = windowed.rule_no
        and wanted.authority_key = windowed.authority_key
        and wanted.month_index = windowed.month_index
    inner join judge_rule as rule on rule.rule_no = windowed.rule_no
    where windowed.points >= 12
)
select
    rule_no,
    authority_key,
    month_index,
    points,
    round(mean, 6) as mean,
    round(limit_low, 6) as limit_low,
    round(limit_high, 6) as limit_high,
    case
        when value > limit_high then 'above_limits'
        when value < limit_low then 'below_limits'
        when mean < all (newest_eight) then 'run_above_mean'
        when mean > all (newest_eight) then 'run_below_mean'
        when direction = 5 then 'rising'
        when direction = -5 then 'falling'
        else 'none'
    end as signal
from limited
