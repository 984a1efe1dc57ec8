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
with point as (
    select
        figure.rule_no,
        figure.authority_key,
        figure.month_index,
        figure.value,
        figure.value - lag(figure.value) over points as step,
        row_number() over points as point_no
    from judge_figure as figure
    inner join judge_rule as rule on rule.rule_no = figure.rule_no
    where
        rule.is_process
        and figure.value is not null
        and figure.status <> 'immature'
        and (figure.rule_no, figure.authority_key) in (
            select
                rule_no,
                authority_key
            from judge_wanted
        )
    window points as (partition by figure.rule_no, figure.authority_key order by figure.month_index)
),
compared as (
    select
        point.rule_no,
        point.authority_key,
        point.month_index,
        point.value,
        count(*) filter (where earlier.point_no < point.point_no) as points,
        avg(earlier.value) filter (where earlier.point_no < point.point_no) as mean,
        avg(abs(earlier.step)) filter (where earlier.point_no < point.point_no) as mean_step,
        min(earlier.value) filter (where earlier.point_no > point.point_no - 8) as lowest_of_eight,
        max(earlier.value) filter (where earlier.point_no > point.point_no - 8) as highest_of_eight,
        sum(sign(earlier.step)) filter (where earlier.point_no > point.point_no - 5) as direction
    from judge_wanted as wanted
    inner join point
        on point.rule_no = wanted.rule_no
        and point.authority_key = wanted.authority_key
        and point.month_index = wanted.month_index
    inner join point as earlier
        on earlier.rule_no = point.rule_no
        and earlier.authority_key = point.authority_key
        and earlier.point_no between point.point_no - 24 and point.point_no
    where point.point_no > 12
    group by point.rule_no, point.authority_key, point.month_index, point.value
),
limited as (
    select
        compared.*,
        -- No figure is below nothing, and no percentage above everything.
        greatest(compared.mean - 2.66 * compared.mean_step, 0) as limit_low,
        case
            when rule.unit = 'percent' then least(compared.mean + 2.66 * compared.mean_step, 100)
            else compared.mean + 2.66 * compared.mean_step
        end as limit_high
    from compared
    inner join judge_rule as rule on rule.rule_no = compared.rule_no
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
        when mean < lowest_of_eight then 'run_above_mean'
        when mean > highest_of_eight then 'run_below_mean'
        when direction = 5 then 'rising'
        when direction = -5 then 'falling'
        else 'none'
    end as signal
from limited
