-- Figures that are new or different; the unchanged are no candidates, and still have their open row.
insert into kpi.value (
    kpi_code,
    authority_key,
    period_key,
    basis,
    numerator,
    denominator,
    value,
    status,
    interval_low,
    interval_high,
    is_provisional,
    definition_version,
    coverage_percent,
    release_from,
    release_to
)
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
    candidate.coverage_percent,
    :release as release_from,
    null as release_to
from kpi.candidate_value as candidate
