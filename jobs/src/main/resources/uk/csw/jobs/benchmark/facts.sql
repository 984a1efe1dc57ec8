-- one row per table of facts
select 'core.' || table_name as fact
from information_schema.tables
where table_schema = 'core'
    and table_name like 'fact\_%'
order by table_name
