-- The monthly position of the random episodes: one open episode per child and month at most.
insert into core.fact_child_month (
    authority_key, period_key, child_key, age, sex, ethnicity, is_looked_after, is_short_break, is_asylum_seeker,
    legal_status, placement_type, placement_provider, placements_12m, is_looked_after_30m, is_placement_24m
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
    (episode.child_key + period.month_index) % 3 = 0
from core.fact_care_episode as episode
inner join core.dim_period as period
    on episode.start_date <= period.month_end
    and (episode.end_date is null or episode.end_date > period.month_end)
where period.period_key between 202201 and 202512
