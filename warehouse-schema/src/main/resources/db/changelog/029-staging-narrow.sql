--liquibase formatted sql

-- Every staging table opens with where the row stood (file and line), the child, and a hash of what the row says, by
-- which one that only repeats last month's is told from a changed one. Whose row it is and of which period, its file
-- says: written into every row, that cost the server a quarter of its time while files land.
--
-- A new table needs these, and its index so that rows of one file, which lie together, are found at almost no cost to COPY:
--     create table staging.<entity> (
--         file_id integer not null,
--         line integer not null,
--         child_key bigint not null,
--         row_hash bigint not null,
--         child_id text not null,
--         ...
--     );
--     create index <entity>_file on staging.<entity> using brin (file_id) with (pages_per_range = 16);
--     create table staging.in_force_<entity> (
--         delivery_id bigint not null,
--         authority_key integer not null,
--         period_key integer not null,
--         like staging.<entity>,
--         layout text not null,
--         last_mentioned integer
--     );
--     create index in_force_<entity>_slice on staging.in_force_<entity> (authority_key, child_key);

--changeset csw:029-staging-narrow splitStatements:false
do $$
declare
    entity text;
    column_name name;
begin
    for entity in
        select class.relname
        from pg_class as class
        join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attname = 'delivery_id'
        where class.relnamespace = 'staging'::regnamespace
            and class.relkind = 'r'
            and class.relname not like 'in\_force\_%'
        order by class.relname
    loop
        -- Written anew rather than with columns dropped: a dropped column costs every later row.
        execute format('alter table staging.%1$I rename to wide', entity);
        execute (
            select format('create table staging.%1$I as select file_id::integer, line::integer, child_key, row_hash, %2$s'
                ' from staging.wide', entity, string_agg(quote_ident(attribute.attname), ', ' order by attribute.attnum))
            from pg_attribute as attribute
            where attribute.attrelid = 'staging.wide'::regclass
                and attribute.attnum > 0
                and not attribute.attisdropped
                and attribute.attname not in ('delivery_id', 'file_id', 'line', 'authority_key', 'period_key', 'child_key', 'row_hash')
        );
        for column_name in
            select attribute.attname
            from pg_attribute as attribute
            where attribute.attrelid = 'staging.wide'::regclass
                and attribute.attnum > 0
                and attribute.attnotnull
                and attribute.attname not in ('delivery_id', 'authority_key', 'period_key')
        loop
            execute format('alter table staging.%1$I alter column %2$I set not null', entity, column_name);
        end loop;
        drop table staging.wide;
        execute format('create index %1$s_file on staging.%1$I using brin (file_id) with (pages_per_range = 16)', entity);
        execute format('comment on table staging.%1$I is %2$L', entity,
            'One row per accepted row of a delivered file, typed and decoded, as it was delivered; ops.delivery_file says whose it is.');
        -- Nobody looks for rows in force by their delivery.
        execute format('drop index if exists staging.%1$I', left(format('in_force_%s', entity), 42) || '_delivery_id_idx');
    end loop;
end
$$;
