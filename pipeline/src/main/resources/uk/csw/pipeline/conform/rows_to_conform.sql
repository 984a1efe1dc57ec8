-- one row per authority whose standing deliveries changed, most rows first; is_first: it delivers a layout for the first
-- time
select
    change_of_standing.authority_key,
    bool_or(change_of_standing.period_before is null) as is_first,
    coalesce(sum(delivery_file.rows_staged), 0) as rows
from change_of_standing
left join standing
    on standing.authority_key = change_of_standing.authority_key
    and standing.layout = change_of_standing.layout
    and standing.period_key = change_of_standing.added_period
left join ops.delivery_file as delivery_file on delivery_file.file_id = standing.file_id
group by change_of_standing.authority_key
order by rows desc, change_of_standing.authority_key
