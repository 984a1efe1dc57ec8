-- per return of children looked after, the files of the newest return for the March before its year
create temporary table checked_last_year as
select
    return_no,
    file_id,
    entity
from (
    select
        checked.return_no,
        before.file_id,
        before.entity,
        before.delivery_id = max(before.delivery_id) over (
            partition by checked.return_no, before.layout
        ) as is_newest
    from (
        select distinct -- a return has several files
            return_no,
            delivery_id,
            source,
            extract(year from year_start)::integer * 100 + 3 as march
        from checked_file
        where is_telling_episodes
    ) as checked
    inner join ops.delivery on delivery.delivery_id = checked.delivery_id
    inner join ops.delivery as last_year
        on last_year.authority_key = delivery.authority_key
        and last_year.period_key = checked.march
    inner join ops.delivery_file as before
        on before.delivery_id = last_year.delivery_id
        and before.source = checked.source
    where
        before.state = 'landed'
        and not before.is_held
) as landed
where is_newest
