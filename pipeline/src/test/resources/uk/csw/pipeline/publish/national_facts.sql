-- 153 authorities with 535 children looked after each and their 48 months, 200 starts and ends and 250 care leavers a year.
insert into core.coverage
select authority, entity, period_key, 202210
from generate_series(300, 452) as authority
cross join (values ('care_episode'), ('care_leaver')) as covered (entity)
cross join core.dim_period
where period_key between 202210 and 202609;
insert into core.population
select authority::text, year, 80000, 'test'
from generate_series(300, 452) as authority
cross join generate_series(2021, 2025) as year;
insert into core.neighbour
select '2025', authority, 300 + (authority - 300 + step * 7) % 153, step, 'Close'
from generate_series(300, 452) as authority
cross join generate_series(1, 10) as step;
insert into core.fact_child_month (
    authority_key, period_key, child_key, age, sex, ethnicity, is_looked_after, is_short_break, is_asylum_seeker,
    legal_status, placement_type, placement_provider, placements_12m, is_looked_after_30m, is_placement_24m
)
select
    authority, period_key, child, child % 18, 'F', 'WBRI', true, child % 50 = 0, child % 13 = 0, 'C2',
    (array['U1', 'U4', 'U6', 'K2', 'P1', 'K1'])[1 + child % 6], 'PR' || 1 + child % 4, 1 + (child + month_index) % 4,
    child % 2 = 0, child % 3 = 0
from generate_series(300, 452) as authority
cross join generate_series(1, 535) as child
cross join core.dim_period
where period_key between 202210 and 202609;
insert into core.fact_care_episode (
    authority_key, child_key, episode_no, care_period_no, start_date, end_date, is_presumed_ended, new_episode_reason,
    legal_status, placement_type, place_key, end_reason, is_short_break, is_care_start, is_care_end,
    previous_start_period, next_end_period, delivery_id, file_id, line
)
select
    authority, child, episode, 1, date '2022-10-01' + child % 1200 + episode * 40,
    date '2022-10-01' + child % 1200 + episode * 40 + 40, false, 'S', 'C2', 'U6', 1,
    (array['E11', 'E45', 'E4A', 'X1', 'E8'])[1 + (child + episode) % 5], false, episode = 1, episode = 4, null, null, 1, 1, 1
from generate_series(300, 452) as authority
cross join generate_series(1, 1400) as child
cross join generate_series(1, 4) as episode;
insert into core.fact_care_leaver (
    authority_key, child_key, birthday, age_at_birthday, in_touch, activity, accommodation, delivery_id, file_id, line
)
select authority, child, date '2022-10-01' + child % 1400, 17 + child % 5, 'YES', 'F5', 'U1', 1, 1, 1
from generate_series(300, 452) as authority
cross join generate_series(1, 1000) as child
