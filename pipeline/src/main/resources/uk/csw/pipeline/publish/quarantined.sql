-- The share of the night's rows that could not be loaded, when it is larger than it may be. A night without deliveries
-- answers for those of the nights before whose release was refused: it would publish what they brought.
with night as (
    select release.night_id
    from ops.release
    where release.release_id = :release
),
answered_for as (
    select night.night_id
    from night
    union all
    select refused.night_id
    from ops.release as refused
    where
        refused.state = 'refused'
        and refused.release_id > (
            select coalesce(max(published.release_id), 0)
            from ops.release as published
            where published.state = 'published'
        )
        and not exists (
            select 1
            from ops.delivery
            inner join night on night.night_id = delivery.night_id
        )
),
counted as (
    select
        sum(file.rows_read) as rows_read,
        sum(file.rows_quarantined) as rows_quarantined
    from answered_for
    inner join ops.delivery on delivery.night_id = answered_for.night_id
    inner join ops.delivery_file as file on file.delivery_id = delivery.delivery_id
    where
        delivery.state = 'landed'
        and file.state = 'landed'
)
select
    1 as found,
    rows_quarantined || ' of ' || rows_read || ' rows, more than ' || :percent::numeric || ' per cent' as words
from counted
where rows_quarantined * 100 > rows_read * :percent::numeric
limit :cases
