-- One row per KPI, authority, period and basis: the figure of the current release.
create view kpi.current_value as
select
    figure.kpi_code,
    figure.authority_key,
    figure.period_key,
    figure.basis,
    figure.numerator,
    figure.denominator,
    figure.value,
    figure.status,
    figure.interval_low,
    figure.interval_high,
    figure.is_provisional,
    figure.definition_version,
    figure.release_from,
    figure.coverage_percent
from kpi.value as figure
where
    figure.release_from <= (select release_id from ops.current_release)
    and (figure.release_to is null or figure.release_to > (select release_id from ops.current_release));

comment on view kpi.current_value is 'One row per KPI, authority, period and basis: the figure of the current release.';
