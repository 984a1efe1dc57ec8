-- The release of this night, and what changed with it. A figure that changed has a row closed and a row opened by the
-- release; a new one only the latter.
with opened as (
    select
        value.kpi_code,
        value.authority_key,
        value.period_key,
        value.basis
    from kpi.value as value
    inner join ops.release as release
        on release.release_id = value.release_from
    where release.night_id = :night
),

closed as (
    select
        value.kpi_code,
        value.authority_key,
        value.period_key,
        value.basis
    from kpi.value as value
    inner join ops.release as release
        on release.release_id = value.release_to
    where release.night_id = :night
)

select
    release.release_id,
    release.state,
    coalesce(release.gate_report, '') as gate_report,
    (select count(*) from opened) as opened,
    (select count(*) from closed) as closed,
    (
        select count(*)
        from opened
        inner join closed
            using (kpi_code, authority_key, period_key, basis)
    ) as changed,
    (select count(distinct opened.authority_key) from opened) as authorities,
    (
        select count(*)
        from kpi.comparison as comparison
        where comparison.release_from = release.release_id
    ) as comparisons,
    (
        select count(*)
        from kpi.judgement as judgement
        where judgement.release_from = release.release_id
    ) as judgements,
    (
        select count(*)
        from kpi.value as value
        where value.release_from <= release.release_id
            and (value.release_to is null or value.release_to > release.release_id)
    ) as shown,
    (
        select min(value.period_key)
        from kpi.value as value
        where value.release_from <= release.release_id
            and (value.release_to is null or value.release_to > release.release_id)
    ) as first_period,
    (
        select max(value.period_key)
        from kpi.value as value
        where value.release_from <= release.release_id
            and (value.release_to is null or value.release_to > release.release_id)
    ) as last_period
from ops.release as release
where release.night_id = :night
