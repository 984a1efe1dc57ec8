--liquibase formatted sql

-- Nights without deliveries: the facts are the same, what figures are worked out from besides them is not.

--changeset csw:063-night
create table ops.night (
    night_id text primary key,
    authorities integer[] not null,
    state text not null check (state in ('to_publish', 'waits', 'given_up')),
    made_at timestamptz not null
);
comment on table ops.night is 'One row per night that measures authorities besides those that deliver in it, or in which nobody delivers.';
comment on column ops.night.authorities is 'Keys of the authorities measured though they deliver nothing: what their figures rest on has changed. None when comparisons or judgements alone are out of date.';
comment on column ops.night.state is 'to_publish: run to the end; waits: measured and judged by the gate, then kept back until somebody publishes it or the next night does; given_up: measured anew before that.';

--changeset csw:063-worked-from
alter table kpi.candidate_authority add column measured_by text, add column compared_with text;
comment on column kpi.candidate_authority.measured_by is 'Version of what it was measured by: see kpi.measured_by.';
comment on column kpi.candidate_authority.compared_with is 'Version of what it was compared with: see kpi.compared_with.';
create table kpi.shown_authority (
    authority_key integer primary key,
    measured_by text,
    compared_with text
);
comment on table kpi.shown_authority is 'One row per authority: the version of what its shown figures were measured by, and of what they were compared with. judged_authority says the same of targets.';

--changeset csw:063-measured-by
create function kpi.measured_by(definitions text, authority_key integer) returns text
language sql stable
return md5(
    definitions || ' ' || coalesce(
        (
            select string_agg(estimate.mid_year || ' ' || estimate.children_0_17, ' ' order by estimate.mid_year)
            from core.population as estimate
            where estimate.area_code = authority_key::text
        ),
        ''
    )
);
comment on function kpi.measured_by is 'Version of what an authority is measured by besides its facts: these definitions (a version of all of them together), and the estimates of its population.';

--changeset csw:063-compared-with
create function kpi.compared_with() returns text
language sql stable
return md5(
    coalesce(
        (
            select string_agg(file.sha256 || ' ' || extract(epoch from file.loaded_at), ' ' order by file.sha256)
            from core.published_file as file
        ),
        ''
    )
    || ' ' || coalesce(
        (
            select
                string_agg(
                    neighbour.authority_key || ' ' || neighbour.neighbour_key, ' '
                    order by neighbour.authority_key, neighbour.neighbour_key
                )
            from core.neighbour
            where neighbour.model = (select max(newest.model) from core.neighbour as newest)
        ),
        ''
    )
);
comment on function kpi.compared_with is 'Version of what figures are compared with besides each other: the published tables, and who is whose statistical neighbour.';

--changeset csw:063-judged-by
create function kpi.judged_by(authority_code text) returns text
language sql stable
return md5(
    coalesce(
        (
            select
                string_agg(
                    -- a rule that was withdrawn and came back is another row
                    target.kpi_code || ' ' || target.row_hash || ' ' || (
                        select count(*)
                        from kpi.target as same
                        where
                            same.kpi_code = target.kpi_code
                            and same.row_hash = target.row_hash
                            and same.target_id <= target.target_id
                    ), ' '
                    order by target.kpi_code, target.row_hash
                )
            from kpi.target
            where
                target.withdrawn_at is null
                and (target.authority_code = '' or target.authority_code = judged_by.authority_code)
        ),
        ''
    )
);
comment on function kpi.judged_by is 'Version of the targets that the figures of an authority are judged by.';

--changeset csw:063-out-of-date splitStatements:false
create function kpi.out_of_date(definitions text)
returns table (authority_key integer, is_measured boolean, is_compared boolean, is_judged boolean, version text)
language sql stable
as $$
    with compared as materialized (
        select kpi.compared_with() as compared_with
    ),
    wanted as (
        select
            authority.authority_key,
            kpi.measured_by(out_of_date.definitions, authority.authority_key) as measured_by,
            compared.compared_with,
            kpi.judged_by(authority.authority_code) as judged_by
        from core.authority
        cross join compared
        where
            exists (
                select 1
                from kpi.value
                where
                    value.authority_key = authority.authority_key
                    and value.release_to is null
            )
    ),
    looked_at as (
        select
            wanted.authority_key,
            shown.measured_by is distinct from wanted.measured_by as is_measured,
            shown.compared_with is distinct from wanted.compared_with as is_compared,
            -- its second word tells how the definitions have it judged, and measured_by knows of those
            split_part(judged.targets_version, ' ', 1) is distinct from wanted.judged_by as is_judged,
            concat_ws(' ', wanted.measured_by, wanted.compared_with, wanted.judged_by) as version
        from wanted
        left join kpi.shown_authority as shown on shown.authority_key = wanted.authority_key
        left join kpi.judged_authority as judged on judged.authority_key = wanted.authority_key
    )

    select
        looked_at.authority_key,
        looked_at.is_measured,
        looked_at.is_compared,
        looked_at.is_judged,
        looked_at.version
    from looked_at
    where
        looked_at.is_measured
        or looked_at.is_compared
        or looked_at.is_judged
$$;
comment on function kpi.out_of_date is 'One row per authority whose shown figures were measured, compared or judged by something else than is in force, these definitions among it; the version says by what they should be.';
