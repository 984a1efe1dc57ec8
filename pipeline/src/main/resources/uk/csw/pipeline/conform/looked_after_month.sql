-- one row per child in care and month end to derive: its placement, legal status, how settled it is, its reviews and
-- social workers
create temporary table looked_after_month on commit drop as
with in_care as (
    select distinct -- a child is in care in many months
        authority_key,
        child_key
    from care_month
),
placements as (
    select
        authority_key,
        child_key,
        care_period_no,
        placement_no,
        start_date,
        coalesce(end_date, date '9999-12-31') as end_date,
        lag(start_date) over (partition by authority_key, child_key, care_period_no order by placement_no) as start_before
    from core.fact_placement
    join in_care using (authority_key, child_key)
    where not is_temporary
        and not is_short_break
),
-- what the child lives in on that day but for a temporary placement; what becomes of it later is not known then
settled_in as (
    select
        care_month.*,
        case
            when care_month.placement_type like 'T%' then (
                select lasting.placement_type
                from core.fact_care_episode as lasting
                where lasting.authority_key = care_month.authority_key
                    and lasting.child_key = care_month.child_key
                    and lasting.care_period_no = care_month.care_period_no
                    and lasting.placement_type not like 'T%'
                    and lasting.start_date <= care_month.month_end
                order by lasting.episode_no desc
                limit 1
            )
            else care_month.placement_type
        end in ('A3', 'A4', 'A5', 'A6') as is_for_adoption
    from care_month
),
stability as (
    select
        open_episode.authority_key,
        open_episode.period_key,
        open_episode.child_key,
        count(*) filter (
            where placements.end_date >= open_episode.window_start and placements.end_date > placements.start_date
        ) as placements_12m,
        -- the newest lasting placement: the one the child is in, or the one a temporary placement interrupts
        (array_agg(placements.start_date order by placements.placement_no desc) filter (
            where placements.care_period_no = open_episode.care_period_no
        ))[1] as placement_since,
        -- a child placed for adoption keeps the time in the placement before it
        (array_agg(
            placements.start_date <= open_episode.two_years_before
            or open_episode.is_for_adoption
            and coalesce(placements.start_before <= open_episode.two_years_before, false)
            order by placements.placement_no desc
        ) filter (
            where placements.care_period_no = open_episode.care_period_no
        ))[1] as is_placement_24m
    from settled_in as open_episode
    join placements
        on placements.authority_key = open_episode.authority_key
        and placements.child_key = open_episode.child_key
        and placements.start_date <= open_episode.month_end
    group by open_episode.authority_key, open_episode.period_key, open_episode.child_key
)
select
    open_episode.authority_key,
    open_episode.period_key,
    open_episode.child_key,
    not open_episode.is_short_break as is_looked_after,
    open_episode.is_short_break,
    care_period.start_date as looked_after_since,
    open_episode.legal_status,
    open_episode.need,
    open_episode.placement_type,
    open_episode.placement_provider,
    open_episode.distance_miles,
    open_episode.is_outside_authority,
    stability.placement_since,
    coalesce(stability.placements_12m, 0)::smallint as placements_12m,
    not open_episode.is_short_break
        and care_period.start_date <= open_episode.year_before as is_looked_after_12m,
    not open_episode.is_short_break
        and care_period.start_date <= open_episode.thirty_months_before as is_looked_after_30m,
    coalesce(stability.is_placement_24m, false) as is_placement_24m,
    open_episode.month_end - care_period.start_date as days_looked_after,
    coalesce(review.is_review_due, false) as is_review_due,
    coalesce(review.is_review_on_time, false) as is_review_on_time,
    case when not open_episode.is_short_break then coalesce(worker.social_workers, 0) end as social_workers_12m
from care_month as open_episode
join core.fact_care_period as care_period
    on care_period.authority_key = open_episode.authority_key
    and care_period.child_key = open_episode.child_key
    and care_period.care_period_no = open_episode.care_period_no
left join stability
    on stability.authority_key = open_episode.authority_key
    and stability.period_key = open_episode.period_key
    and stability.child_key = open_episode.child_key
left join care_review_month as review
    on review.authority_key = open_episode.authority_key
    and review.period_key = open_episode.period_key
    and review.child_key = open_episode.child_key
left join social_worker_month as worker
    on worker.authority_key = open_episode.authority_key
    and worker.period_key = open_episode.period_key
    and worker.child_key = open_episode.child_key
