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
with still_shown as (
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
    :release as release_from,
    null as release_to
from public_part
-- Looked up in a hash table; joined, the planner might search the table that is being filled, row by row.
where
    (authority_key, period_key, kpi_code, basis, breakdown, category) not in (
        select
            authority_key,
            period_key,
            kpi_code,
            basis,
            breakdown,
            category
        from still_shown
    )
