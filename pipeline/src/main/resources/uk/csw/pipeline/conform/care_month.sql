-- one row per child in care and month end to derive: the episode open on that day
create temporary table care_month on commit drop as
select distinct on (month.authority_key, month.period_key, episode.child_key) -- overlapping episodes: the latest counts
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
from core.fact_care_episode as episode
left join touched_child using (authority_key, child_key)
join month_to_derive as month
    on month.authority_key = episode.authority_key
    and month.is_touched = (touched_child.child_key is not null)
    and month.entity = 'care_episode'
    and episode.start_date <= month.month_end
    and coalesce(episode.end_date, date '9999-12-31') > month.month_end
where episode.authority_key = any (:authorities)
order by
    month.authority_key, month.period_key, episode.child_key,
    episode.is_short_break, episode.start_date desc, episode.episode_no desc
