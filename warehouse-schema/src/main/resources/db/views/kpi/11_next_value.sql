-- One row per KPI, authority, period and basis: the figure as the release being built will show it; where none is, as it is shown.
create view kpi.next_value as
select
    candidate.kpi_code,
    candidate.authority_key,
    candidate.period_key,
    candidate.basis,
    candidate.numerator,
    candidate.denominator,
    candidate.value,
    candidate.status,
    candidate.interval_low,
    candidate.interval_high,
    candidate.is_provisional,
    candidate.definition_version,
    candidate.coverage_percent
from kpi.candidate_value as candidate
union all
select
    shown.kpi_code,
    shown.authority_key,
    shown.period_key,
    shown.basis,
    shown.numerator,
    shown.denominator,
    shown.value,
    shown.status,
    shown.interval_low,
    shown.interval_high,
    shown.is_provisional,
    shown.definition_version,
    shown.coverage_percent
from kpi.current_value as shown
where
    not exists (
        select 1
        from kpi.candidate_value as candidate
        where
            candidate.authority_key = shown.authority_key
            and candidate.period_key = shown.period_key
            and candidate.kpi_code = shown.kpi_code
            and candidate.basis = shown.basis
    )
    and not exists (
        select 1
        from kpi.candidate_gone as gone
        where
            gone.authority_key = shown.authority_key
            and gone.period_key = shown.period_key
            and gone.kpi_code = shown.kpi_code
            and gone.basis = shown.basis
    );

comment on view kpi.next_value is 'One row per KPI, authority, period and basis: the figure as the release being built will show it.';
