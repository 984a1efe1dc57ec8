-- one row per child in care and month end to derive: the episode open on that day
create temporary table care_month on commit drop as
select distinct on (month.authority_key, month.period_key, month.child_key) -- overlapping episodes: the latest counts
    month.authority_key,
    month.period_key,
    month.month_end,
    (month.month_end + 1 - interval '12 months')::date as window_start,
    (month.month_end - interval '12 months')::date as year_before,
    (month.month_end - interval '24 months')::date as two_years_before,
    (month.month_end - interval '30 months')::date as thirty_months_before,
    episode.child_key,
    episode.care_period_no,
    episode.is_short_break,
    episode.legal_status,
    episode.need,
    episode.placement_type,
    episode.placement_provider,
    episode.distance_miles,
    episode.is_outside_authority
from care_episode_open as month
join core.fact_care_episode as episode
    on episode.authority_key = month.authority_key
    and episode.child_key = month.child_key
    and episode.episode_no = month.episode_no
order by
    month.authority_key, month.period_key, month.child_key,
    episode.is_short_break, episode.start_date desc, episode.episode_no desc
