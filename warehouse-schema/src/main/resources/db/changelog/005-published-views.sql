--liquibase formatted sql

-- Every view kept under db/views is dropped before anything else changes and rebuilt afterwards, all of them
-- together, whenever any file of the changelog differs. Tables can so be altered freely, and a column can be renamed.
-- Only our own views go; whoever built a view upon them is named, and nothing is changed.

--changeset csw:005-published-view
create table ops.published_view (
    position integer primary key,
    schema_name text not null,
    view_name text not null,
    unique (schema_name, view_name)
);
comment on table ops.published_view is 'One row per view that the last migration built, in the order in which they build upon each other.';

--changeset csw:005-drop-published-views runOnChange:true splitStatements:false
-- changelog ${changelogHash}
do $$
declare
    published record;
    built_upon text;
begin
    select string_agg(distinct format('%s.%s on %s.%s', theirs_schema.nspname, theirs.relname,
        ours.schema_name, ours.view_name), ', ')
    into built_upon
    from ops.published_view as ours
    join pg_catalog.pg_depend as dependency
        on dependency.refobjid = to_regclass(format('%I.%I', ours.schema_name, ours.view_name))
    join pg_catalog.pg_rewrite as rule on dependency.objid = rule.oid
    join pg_catalog.pg_class as theirs on rule.ev_class = theirs.oid
    join pg_catalog.pg_namespace as theirs_schema on theirs.relnamespace = theirs_schema.oid
    where
        dependency.classid = 'pg_catalog.pg_rewrite'::regclass
        and not exists (
            select 1
            from ops.published_view as known
            where
                known.schema_name = theirs_schema.nspname
                and known.view_name = theirs.relname
        );
    if built_upon is not null then
        raise exception 'Views of your own are built upon views that have to be rebuilt: %', built_upon
            using hint = 'Keep their definitions, drop them, migrate again, and create them again.';
    end if;

    for published in
        select
            schema_name,
            view_name
        from ops.published_view
        order by position desc
    loop
        execute format('drop view if exists %I.%I', published.schema_name, published.view_name);
    end loop;
end
$$;
