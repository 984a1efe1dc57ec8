-- the episodes of the same child before and after, and for how long its legal status ran without a break
with beside as (
    select
        checked.*,
        lag(checked.end_reason) over by_start as previous_end_reason,
        lag(checked.legal_status) over by_start as previous_legal_status,
        lag(checked.need) over by_start as previous_need,
        lag(checked.placement_type) over by_start as previous_placement_type,
        lag(checked.place_change_reason) over by_start as previous_place_change_reason,
        lead(checked.new_episode_reason) over by_start as next_new_episode_reason,
        lead(checked.placement_type) over by_start as next_placement_type,
        lag(checked.placement_type, 2) over by_start as placement_type_before_previous,
        lag(checked.placement_postcode, 2) over by_start is not distinct from checked.placement_postcode
            as is_postcode_before_previous,
        case
            when lag(checked.line) over by_start is not null then (
                checked.placement_type,
                checked.placement_provider,
                checked.placement_postcode,
                checked.urn
            ) is not distinct from (
                lag(checked.placement_type) over by_start,
                lag(checked.placement_provider) over by_start,
                lag(checked.placement_postcode) over by_start,
                lag(checked.urn) over by_start
            )
        end as is_same_placement,
        checked.home_postcode is not null as has_home_postcode,
        checked.placement_postcode is not null as has_placement_postcode,
        checked.home_postcode = checked.placement_postcode as is_placed_at_home_postcode,
        core.age_on(checked.start_date, checked.child_birth_date) as age_at_start,
        core.age_on(checked.end_date, checked.child_birth_date) as age_at_end,
        sum(
            greatest(
                least(coalesce(checked.end_date, checked.month_end), checked.month_end)
                - greatest(checked.start_date, checked.year_start),
                0
            )
        ) filter (where checked.legal_status = 'V3') over (
            partition by checked.return_no, checked.child_key
        ) as respite_days,
        count(*) filter (where checked.placement_type = 'T3') over (
            partition by checked.return_no, checked.child_key
        ) as holiday_placements,
        case
            when
                lag(checked.end_date) over by_start = checked.start_date
                and lag(checked.legal_status) over by_start = checked.legal_status
                then 0
            else 1
        end as is_new_status
    from ${checked} as checked
    window by_start as (
        partition by checked.return_no, checked.child_key
        order by checked.start_date, checked.end_date, checked.line
    )
),
run as (
    select
        beside.*,
        sum(is_new_status) over (
            partition by return_no, child_key
            order by start_date, end_date, line
        ) as run_no
    from beside
)
select
    run.*,
    max(coalesce(end_date, month_end)) over same_status - min(start_date) over same_status as legal_status_days
from run
window same_status as (partition by return_no, child_key, run_no)
