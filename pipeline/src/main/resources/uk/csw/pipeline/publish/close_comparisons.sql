-- What stood beside the figures compared and changed or vanished is shown for the last time by the release before.
update kpi.comparison as shown
set release_to = :release
from kpi.candidate_compared as compared
where
    compared.authority_key = shown.authority_key
    and compared.period_key = shown.period_key
    and compared.kpi_code = shown.kpi_code
    and compared.basis = shown.basis
    and shown.release_to is null
    and not exists (
        select 1
        from kpi.candidate_comparison as candidate
        where
            candidate.authority_key = shown.authority_key
            and candidate.period_key = shown.period_key
            and candidate.kpi_code = shown.kpi_code
            and candidate.basis = shown.basis
            and candidate.comparator = shown.comparator
            and (
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
                candidate.band
            ) is not distinct from (
                shown.comparator_period,
                shown.vintage,
                shown.comparator_value,
                shown.difference,
                shown.direction,
                shown.method,
                shown.members_used,
                shown.members_total,
                shown.rank,
                shown.rank_of,
                shown.band
            )
    )
