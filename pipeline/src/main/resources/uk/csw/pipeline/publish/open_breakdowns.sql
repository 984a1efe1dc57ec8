-- Parts of figures that are new or different; the unchanged still have their open row.
insert into kpi.breakdown_value (
    kpi_code,
    authority_key,
    period_key,
    basis,
    breakdown,
    category,
    numerator,
    denominator,
    value,
    status,
    is_public,
    release_from,
    release_to
)
with opened as (
    -- A set operation reads both sides once; a join could look into the table that is being filled, row by row.
    select
        authority_key,
        period_key,
        kpi_code,
        basis,
        breakdown,
        category
    from kpi.candidate_breakdown
    except
    select
        authority_key,
        period_key,
        kpi_code,
        basis,
        breakdown,
        category
    from kpi.breakdown_value
    where release_to is null
)
select
    candidate.kpi_code,
    candidate.authority_key,
    candidate.period_key,
    candidate.basis,
    candidate.breakdown,
    candidate.category,
    candidate.numerator,
    candidate.denominator,
    candidate.value,
    candidate.status,
    candidate.is_public,
    :release as release_from,
    null as release_to
from opened
inner join kpi.candidate_breakdown as candidate
    on candidate.authority_key = opened.authority_key
    and candidate.period_key = opened.period_key
    and candidate.kpi_code = opened.kpi_code
    and candidate.basis = opened.basis
    and candidate.breakdown = opened.breakdown
    and candidate.category = opened.category
