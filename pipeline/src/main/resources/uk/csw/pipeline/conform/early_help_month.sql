-- one row per family (or child without a family) with early help open at a covered month end
with episode as (
    select
        early_help.authority_key,
        early_help.child_key,
        coalesce('family ' || early_help.family_ref, 'child ' || early_help.child_key) as case_ref,
        early_help.start_date,
        coalesce(
            early_help.end_date,
            case
                when last_possible_day.last_day is not null
                    then greatest(early_help.start_date, last_possible_day.last_day)
            end,
            date '9999-12-31'
        ) as end_date
    from staging.in_force_early_help as early_help
    left join last_possible_day
        on last_possible_day.authority_key = early_help.authority_key
        and last_possible_day.layout = early_help.layout
        and last_possible_day.period_key = early_help.last_mentioned
    where early_help.authority_key = any (:authorities)
),
open_case as (
    select
        episode.authority_key,
        period.period_key,
        period.month_end,
        episode.case_ref,
        count(distinct episode.child_key)::integer as children,
        min(episode.start_date) as start_date
    from episode
    join core.coverage
        on coverage.authority_key = episode.authority_key
        and coverage.entity = 'early_help'
    join core.dim_period as period
        on period.period_key = coverage.period_key
        and episode.start_date <= period.month_end
        and episode.end_date > period.month_end
    group by episode.authority_key, period.period_key, period.month_end, episode.case_ref
)
insert into core.fact_early_help_month (authority_key, period_key, case_no, children, start_date, months_open)
select
    authority_key,
    period_key,
    row_number() over (partition by authority_key, period_key order by start_date, case_ref) as case_no,
    children,
    start_date,
    (
        extract(year from age(month_end + 1, start_date)) * 12
        + extract(month from age(month_end + 1, start_date))
    )::integer as months_open
from open_case
