-- One row per KPI, authority, period, basis and pair of releases between which the figure changed.
create view mart.restatement as
with published_release as (
    select
        release_id,
        lag(release_id) over (order by release_id) as release_before,
        published_at
    from ops.release
    where state = 'published'
),

replaced as (
    select
        old_figure.kpi_code,
        old_figure.authority_key,
        old_figure.period_key,
        old_figure.basis,
        old_figure.release_to as new_release_id,
        old_figure.numerator as old_numerator,
        old_figure.denominator as old_denominator,
        old_figure.value as old_value,
        old_figure.status as old_status,
        new_figure.numerator as new_numerator,
        new_figure.denominator as new_denominator,
        new_figure.value as new_value,
        coalesce(new_figure.status, 'no_data') as new_status,
        old_figure.definition_version as old_version,
        new_figure.definition_version as new_version
    from kpi.value as old_figure
    left join kpi.value as new_figure
        on old_figure.authority_key = new_figure.authority_key
        and old_figure.period_key = new_figure.period_key
        and old_figure.kpi_code = new_figure.kpi_code
        and old_figure.basis = new_figure.basis
        and old_figure.release_to = new_figure.release_from
    where old_figure.release_to <= (select release_id from ops.current_release)
)

select
    replaced.kpi_code,
    authority.authority_code,
    replaced.period_key,
    replaced.basis,
    coalesce(new_release.release_before, 0) as old_release_id,
    replaced.new_release_id,
    new_release.published_at as restated_at,
    replaced.old_value,
    replaced.new_value,
    replaced.new_value - replaced.old_value as difference,
    replaced.old_numerator,
    replaced.new_numerator,
    replaced.old_denominator,
    replaced.new_denominator,
    replaced.old_status,
    replaced.new_status,
    case
        when replaced.new_version <> replaced.old_version then 'changed definition'
        when replaced.new_version is null and not definition.is_current then 'changed definition'
        when
            definition.unit = 'per_10000'
            and replaced.new_numerator = replaced.old_numerator
            and replaced.new_denominator <> replaced.old_denominator
            then 'changed population'
        else 'late or corrected records'
    end as reason,
    coalesce(reopened.reopen_reason, 'not_applicable') as reopen_reason
from replaced
join core.authority as authority on replaced.authority_key = authority.authority_key
join kpi.definition as definition
    on replaced.kpi_code = definition.kpi_code
    and replaced.old_version = definition.definition_version
left join published_release as new_release on replaced.new_release_id = new_release.release_id
left join lateral (
    select sign_off.reopen_reason
    from kpi.sign_off as sign_off
    where
        sign_off.authority_key = replaced.authority_key
        and sign_off.period_key = replaced.period_key
        and sign_off.reopened_at <= new_release.published_at
    order by sign_off.reopened_at desc
    limit 1
) as reopened on true
where
    (replaced.old_value, replaced.old_numerator, replaced.old_denominator, replaced.old_status)
    is distinct from
    (replaced.new_value, replaced.new_numerator, replaced.new_denominator, replaced.new_status);

comment on view mart.restatement is 'One row per KPI, authority, period, basis and pair of releases between which the figure changed: what was shown before, what is shown since, and why.';
comment on column mart.restatement.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.restatement.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.restatement.period_key is 'Month in which the figure ends, yyyymm.';
comment on column mart.restatement.basis is 'How the figure is accumulated; see mart.kpi_value.';
comment on column mart.restatement.old_release_id is 'The last release that showed the old figure.';
comment on column mart.restatement.new_release_id is 'The first release that showed the new figure; see mart.release.';
comment on column mart.restatement.restated_at is 'When the new release was published.';
comment on column mart.restatement.old_value is 'The figure before, at full precision; absent unless old_status allows one.';
comment on column mart.restatement.new_value is 'The figure since, at full precision; absent unless new_status allows one.';
comment on column mart.restatement.difference is 'New value less old value, in the unit of the KPI; absent when either is.';
comment on column mart.restatement.old_numerator is 'What was counted before.';
comment on column mart.restatement.new_numerator is 'What is counted since.';
comment on column mart.restatement.old_denominator is 'What it was counted out of before.';
comment on column mart.restatement.new_denominator is 'What it is counted out of since.';
comment on column mart.restatement.old_status is 'Status before; see mart.kpi_value.';
comment on column mart.restatement.new_status is 'Status since; no_data when the figure is no longer shown.';
comment on column mart.restatement.reason is 'changed definition; changed population (same count, another population estimate); or late or corrected records.';
comment on column mart.restatement.reopen_reason is 'Why the period, signed off before, was last reopened; not_applicable when it never was. See mart.sign_off.';
