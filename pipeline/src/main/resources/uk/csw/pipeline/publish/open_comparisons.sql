-- Comparisons that are new or different; the unchanged still have their open row.
insert into kpi.comparison (
    kpi_code,
    authority_key,
    period_key,
    basis,
    comparator,
    comparator_period,
    vintage,
    comparator_value,
    difference,
    direction,
    method,
    members_used,
    members_total,
    rank,
    rank_of,
    band,
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
        comparator
    from kpi.candidate_comparison
    except
    select
        shown.authority_key,
        shown.period_key,
        shown.kpi_code,
        shown.basis,
        shown.comparator
    from kpi.candidate_compared as compared
    inner join kpi.comparison as shown
        on shown.authority_key = compared.authority_key
        and shown.period_key = compared.period_key
        and shown.kpi_code = compared.kpi_code
        and shown.basis = compared.basis
    where shown.release_to is null
)
select
    candidate.kpi_code,
    candidate.authority_key,
    candidate.period_key,
    candidate.basis,
    candidate.comparator,
    candidate.comparator_period,
    candidate.vintage,
    candidate.comparator_value,
    candidate.difference,
    candidate.direction,
    candidate.method,
    candidate.members_used,
    candidate.members_total,
    candidate.rank,
    candidate.rank_of,
    candidate.band,
    :release as release_from,
    null as release_to
from opened
inner join kpi.candidate_comparison as candidate
    on candidate.authority_key = opened.authority_key
    and candidate.period_key = opened.period_key
    and candidate.kpi_code = opened.kpi_code
    and candidate.basis = opened.basis
    and candidate.comparator = opened.comparator
