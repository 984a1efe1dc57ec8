-- One row per KPI, authority, period and basis that a release has shown: the figure as it was first published.
create view kpi.first_value as
-- distinct on: of all the figures ever shown, the first
select distinct on (figure.kpi_code, figure.authority_key, figure.period_key, figure.basis)
    figure.kpi_code,
    figure.authority_key,
    figure.period_key,
    figure.basis,
    figure.release_from,
    figure.numerator,
    figure.denominator,
    figure.value,
    figure.status
from kpi.value as figure
where figure.release_from <= (select release_id from ops.current_release)
order by
    figure.kpi_code,
    figure.authority_key,
    figure.period_key,
    figure.basis,
    figure.release_from;

comment on view kpi.first_value is 'One row per KPI, authority, period and basis that a release has shown: the figure as it was first published. For csw explain; what changed since is in mart.restatement.';
