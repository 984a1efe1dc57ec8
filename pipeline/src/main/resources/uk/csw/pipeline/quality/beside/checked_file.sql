-- the files of the deliveries, and which of them belong to one return
create temporary table checked_file as
select
    file.file_id,
    file.delivery_id,
    file.source,
    file.entity,
    min(file.file_id) over one_return as return_no,
    bool_or(file.entity = 'person') over one_return as is_describing,
    bool_or(file.entity = 'care_episode') over one_return as is_telling_episodes,
    array_agg(file.entity) over one_return as told_tables,
    (make_date(delivery.period_key / 100, delivery.period_key % 100, 1) + interval '1 month -1 day')::date as month_end,
    make_date(delivery.period_key / 100 - case when delivery.period_key % 100 < 4 then 1 else 0 end, 4, 1) as year_start
from ops.delivery_file as file
inner join ops.delivery on delivery.delivery_id = file.delivery_id
where file.delivery_id = any (:deliveries)
window one_return as (partition by file.delivery_id, file.source)
