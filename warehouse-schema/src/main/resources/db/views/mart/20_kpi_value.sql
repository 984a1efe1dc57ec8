-- One row per KPI, authority, period and basis: the figure of the current release.
create view mart.kpi_value as
select
    figure.kpi_code,
    authority.authority_code,
    figure.period_key,
    figure.basis,
    figure.numerator,
    figure.denominator,
    figure.value,
    figure.status,
    figure.interval_low,
    figure.interval_high,
    figure.is_provisional,
    current_release.release_id,
    figure.release_from as first_release_id,
    figure.definition_version,
    figure.coverage_percent
from kpi.current_value as figure
join core.authority as authority on figure.authority_key = authority.authority_key
cross join ops.current_release as current_release;

comment on view mart.kpi_value is 'One row per KPI, authority, period and basis: the figure of the current release, at full precision. status says why a value is absent.';
comment on column mart.kpi_value.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.kpi_value.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.kpi_value.period_key is 'Month in which the figure ends, yyyymm; see mart.dim_period.';
comment on column mart.kpi_value.basis is 'How it is accumulated: month, quarter, ytd (April to date), r12 (rolling 12 months), snapshot (position at the end of the month), annual.';
comment on column mart.kpi_value.numerator is 'What was counted.';
comment on column mart.kpi_value.denominator is 'What it was counted out of; absent for plain counts.';
comment on column mart.kpi_value.value is 'The figure in the unit of the KPI, not rounded; absent unless the status allows one.';
comment on column mart.kpi_value.status is 'measured; suppressed (hidden as small); too_few (too few to judge); immature (too early to count); not_available (data do not reach back far enough, or are missing); not_applicable; no_data.';
comment on column mart.kpi_value.interval_low is 'Lower end of the 95% confidence interval, where one is computed.';
comment on column mart.kpi_value.interval_high is 'Upper end of the 95% confidence interval, where one is computed.';
comment on column mart.kpi_value.is_provisional is 'True while something it rests on may still be replaced, such as a population estimate.';
comment on column mart.kpi_value.release_id is 'The release shown, the same in every row; see mart.release.';
comment on column mart.kpi_value.first_release_id is 'The first release that showed this figure.';
comment on column mart.kpi_value.definition_version is 'Version of the definition it was counted by.';
comment on column mart.kpi_value.coverage_percent is 'Share of those concerned whom a figure of another service knows about, as that service says; absent where it says nothing, and for figures counted from records.';
