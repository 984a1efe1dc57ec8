-- One row per KPI, authority, period, basis, breakdown and category: the part of the figure that falls in the category.
create view mart.kpi_breakdown as
select
    part.kpi_code,
    authority.authority_code,
    part.period_key,
    part.basis,
    part.breakdown,
    part.category,
    part.numerator,
    part.denominator,
    part.value,
    part.status,
    current_release.release_id
from kpi.current_breakdown as part
join core.authority as authority on part.authority_key = authority.authority_key
cross join ops.current_release as current_release;

comment on view mart.kpi_breakdown is 'One row per KPI, authority, period, basis, breakdown and category: the part of the figure that falls in the category, for the newest month and the quarter ends of the year before it. The categories of a breakdown add up to the figure in mart.kpi_value. Medians are not divided.';
comment on column mart.kpi_breakdown.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.kpi_breakdown.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.kpi_breakdown.period_key is 'Month in which the figure ends, yyyymm; see mart.dim_period.';
comment on column mart.kpi_breakdown.breakdown is 'What the figure is divided by: a column of the fact it is counted from, such as age, sex or legal_status.';
comment on column mart.kpi_breakdown.basis is 'How it is accumulated: snapshot (position at the end of the month), r12 (rolling 12 months), annual.';
comment on column mart.kpi_breakdown.category is 'The category: a code (see mart.dim_code), an age group in years, yes or no; or not recorded. Categories with nothing in them have no row.';
comment on column mart.kpi_breakdown.numerator is 'What was counted in the category.';
comment on column mart.kpi_breakdown.denominator is 'What it was counted out of in the category; absent for counts and rates, since nobody estimates the population of a category.';
comment on column mart.kpi_breakdown.value is 'The percentage or mean of the category; for counts and rates the count. Not rounded.';
comment on column mart.kpi_breakdown.status is 'measured; too_few (too few in the category to judge); immature (too early to count).';
comment on column mart.kpi_breakdown.release_id is 'The release shown, the same in every row; see mart.release.';
