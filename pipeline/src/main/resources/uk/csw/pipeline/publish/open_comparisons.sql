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
from kpi.candidate_comparison as candidate
where not exists (
    select 1
    from kpi.comparison as shown
    where
        shown.authority_key = candidate.authority_key
        and shown.period_key = candidate.period_key
        and shown.kpi_code = candidate.kpi_code
        and shown.basis = candidate.basis
        and shown.comparator = candidate.comparator
        and shown.release_to is null
)
