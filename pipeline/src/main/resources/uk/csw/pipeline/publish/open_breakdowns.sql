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
    from public_part
    except
    select
        shown.authority_key,
        shown.period_key,
        shown.kpi_code,
        shown.basis,
        shown.breakdown,
        shown.category
    from public_divided as wanted
    inner join kpi.breakdown_value as shown
        on shown.authority_key = wanted.authority_key
        and shown.period_key = wanted.period_key
        and shown.kpi_code = wanted.kpi_code
        and shown.basis = wanted.basis
    where shown.release_to is null
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
inner join public_part as candidate
    on candidate.authority_key = opened.authority_key
    and candidate.period_key = opened.period_key
    and candidate.kpi_code = opened.kpi_code
    and candidate.basis = opened.basis
    and candidate.breakdown = opened.breakdown
    and candidate.category = opened.category
