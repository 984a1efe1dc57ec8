-- One row: the tables that registering and landing write, separated by commas.
select string_agg(quote_ident(table_schema) || '.' || quote_ident(table_name), ', ')
from information_schema.tables
where table_type = 'BASE TABLE'
    and (table_schema in ('staging', 'quarantine') or table_schema = 'ops' and table_name = 'delivery')
