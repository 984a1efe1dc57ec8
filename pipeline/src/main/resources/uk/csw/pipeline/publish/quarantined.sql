-- The share of the night's rows that could not be loaded, when it is larger than it may be.
with night as (
    select
        sum(file.rows_read) as rows_read,
        sum(file.rows_quarantined) as rows_quarantined
    from ops.release
    inner join ops.delivery on delivery.night_id = release.night_id
    inner join ops.delivery_file as file on file.delivery_id = delivery.delivery_id
    where
        release.release_id = :release
        and delivery.state = 'landed'
        and file.state = 'landed'
)
select
    1 as found,
    rows_quarantined || ' of ' || rows_read || ' rows, more than ' || :percent::numeric || ' per cent' as words
from night
where rows_quarantined * 100 > rows_read * :percent::numeric
limit :cases
