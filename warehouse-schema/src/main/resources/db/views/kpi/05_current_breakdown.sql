-- One row per KPI, authority, period, basis, breakdown and category: the part of the figure in the current release.
create view kpi.current_breakdown as
select
    part.kpi_code,
    part.authority_key,
    part.period_key,
    part.basis,
    part.breakdown,
    part.category,
    part.numerator,
    part.denominator,
    part.value,
    part.status,
    part.is_public
from kpi.breakdown_value as part
where
    part.release_from <= (select release_id from ops.current_release)
    and (part.release_to is null or part.release_to > (select release_id from ops.current_release));

comment on view kpi.current_breakdown is 'One row per KPI, authority, period, basis, breakdown and category: the part of the figure in the current release.';
