-- one row per child and covered month end with an open episode of care
with months as (
    select
        coverage.authority_key,
        coverage.period_key,
        period.month_end,
        (period.month_end + 1 - interval '12 months')::date as window_start,
        (period.month_end - interval '24 months')::date as two_years_before,
        (period.month_end - interval '30 months')::date as thirty_months_before
    from core.coverage
    join core.dim_period as period on period.period_key = coverage.period_key
    where coverage.entity = 'care_episode'
        and coverage.authority_key = any (:authorities)
),
open_episode as (
    select distinct on (months.authority_key, months.period_key, episode.child_key) -- overlapping episodes: the latest counts
        months.*,
        episode.child_key,
        episode.care_period_no,
        episode.is_short_break,
        episode.legal_status,
        episode.need,
        episode.placement_type,
        episode.placement_provider
    from months
    join core.fact_care_episode as episode
        on episode.authority_key = months.authority_key
        and episode.start_date <= months.month_end
        and coalesce(episode.end_date, date '9999-12-31') > months.month_end
    order by
        months.authority_key, months.period_key, episode.child_key,
        episode.is_short_break, episode.start_date desc, episode.episode_no desc
),
placements as (
    select
        authority_key,
        child_key,
        care_period_no,
        placement_no,
        placement_type,
        start_date,
        coalesce(end_date, date '9999-12-31') as end_date,
        lag(start_date) over (partition by authority_key, child_key, care_period_no order by placement_no) as start_before
    from core.fact_placement
    where authority_key = any (:authorities)
        and not is_temporary
        and not is_short_break
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
            or placements.placement_type in ('A3', 'A4', 'A5', 'A6')
            and coalesce(placements.start_before <= open_episode.two_years_before, false)
            order by placements.placement_no desc
        ) filter (
            where placements.care_period_no = open_episode.care_period_no
        ))[1] as is_placement_24m
    from open_episode
    join placements
        on placements.authority_key = open_episode.authority_key
        and placements.child_key = open_episode.child_key
        and placements.start_date <= open_episode.month_end
    group by open_episode.authority_key, open_episode.period_key, open_episode.child_key
),
asylum as (
    select
        authority_key,
        child_key,
        max(coalesce(ceased_date, date '9999-12-31')) as ceased_date
    from staging.in_force_asylum_seeker
    where authority_key = any (:authorities)
    group by authority_key, child_key
)
insert into core.fact_child_month (
    authority_key, period_key, child_key, age, sex, ethnicity, is_looked_after, is_short_break, is_asylum_seeker,
    looked_after_since, legal_status, need, placement_type, placement_provider, placement_since, placements_12m,
    is_looked_after_30m, is_placement_24m, days_looked_after
)
select
    open_episode.authority_key,
    open_episode.period_key,
    open_episode.child_key,
    extract(year from age(open_episode.month_end, born.birth_date))::smallint as age,
    coalesce(born.sex, 'not known') as sex,
    coalesce(born.ethnicity, 'not known') as ethnicity,
    not open_episode.is_short_break as is_looked_after,
    open_episode.is_short_break,
    coalesce(asylum.ceased_date > open_episode.month_end, false) as is_asylum_seeker,
    care_period.start_date as looked_after_since,
    open_episode.legal_status,
    open_episode.need,
    open_episode.placement_type,
    open_episode.placement_provider,
    stability.placement_since,
    coalesce(stability.placements_12m, 0)::smallint as placements_12m,
    not open_episode.is_short_break
        and care_period.start_date <= open_episode.thirty_months_before as is_looked_after_30m,
    coalesce(stability.is_placement_24m, false) as is_placement_24m,
    open_episode.month_end - care_period.start_date as days_looked_after
from open_episode
join core.fact_care_period as care_period
    on care_period.authority_key = open_episode.authority_key
    and care_period.child_key = open_episode.child_key
    and care_period.care_period_no = open_episode.care_period_no
left join stability
    on stability.authority_key = open_episode.authority_key
    and stability.period_key = open_episode.period_key
    and stability.child_key = open_episode.child_key
left join asylum
    on asylum.authority_key = open_episode.authority_key
    and asylum.child_key = open_episode.child_key
left join born
    on born.authority_key = open_episode.authority_key
    and born.child_key = open_episode.child_key
