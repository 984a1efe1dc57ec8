-- The monthly position of the random episodes: one open episode per child and month at most.
insert into core.fact_child_month (
    authority_key, period_key, child_key, age, sex, ethnicity, is_looked_after, is_short_break, is_asylum_seeker,
    legal_status, placement_type, placement_provider, placements_12m, is_looked_after_30m, is_placement_24m,
    is_looked_after_12m, distance_miles, is_outside_authority, is_health_assessed, is_dental_checked, is_immunised,
    sdq_score, is_care_review_due, is_care_review_on_time, social_workers_12m
)
select
    episode.authority_key,
    period.period_key,
    episode.child_key,
    nullif(episode.child_key % 19, 18),
    'not known',
    'not known',
    not episode.is_short_break,
    episode.is_short_break,
    episode.child_key % 7 = 0,
    episode.legal_status,
    episode.placement_type,
    episode.placement_provider,
    (episode.child_key + period.month_index) % 5,
    episode.child_key % 2 = 0,
    (episode.child_key + period.month_index) % 3 = 0,
    episode.child_key % 4 > 0,
    nullif((episode.child_key * 7 + period.month_index) % 40, 0) + 0.5,
    (episode.child_key + period.month_index) % 5 > 1,
    (episode.child_key + period.month_index) % 7 > 0,
    (episode.child_key + period.month_index) % 6 > 1,
    (episode.child_key + period.month_index) % 8 > 2,
    nullif((episode.child_key * 3 + period.month_index) % 43, 41),
    episode.child_key % 9 > 0,
    (episode.child_key + period.month_index) % 11 > 2,
    (episode.child_key + period.month_index) % 4
from core.fact_care_episode as episode
inner join core.dim_period as period
    on episode.start_date <= period.month_end
    and (episode.end_date is null or episode.end_date > period.month_end)
where period.period_key between 202201 and 202512
