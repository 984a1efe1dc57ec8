-- Figures that are new or different; the unchanged still have their open row.
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
with opened as (
    -- A set operation reads both sides once; a join could look into the table that is being filled, row by row.
    select
        authority_key,
        period_key,
        kpi_code,
        basis
    from kpi.candidate_value
    except
    select
        authority_key,
        period_key,
        kpi_code,
        basis
    from kpi.value
    where release_to is null
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
from opened
inner join kpi.candidate_value as candidate
    on candidate.authority_key = opened.authority_key
    and candidate.period_key = opened.period_key
    and candidate.kpi_code = opened.kpi_code
    and candidate.basis = opened.basis
