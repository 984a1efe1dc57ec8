-- one statement per table of facts, and for what is covered, that copies the rows of authority :first to :others
select format(
    'insert into core.%1$I (authority_key, %2$s)'
    || ' select other, %2$s from core.%1$I cross join unnest(:others) as other where authority_key = %3$s',
    table_name,
    string_agg(quote_ident(column_name), ', ' order by ordinal_position),
    :first::integer
) as copy_rows
from information_schema.columns
where table_schema = 'core'
    and (table_name like 'fact\_%' or table_name = 'coverage')
    and column_name <> 'authority_key'
group by table_name
order by table_name
