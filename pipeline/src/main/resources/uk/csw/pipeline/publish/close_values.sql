-- Figures that changed or vanished are shown for the last time by the release before.
update kpi.value as shown
set release_to = :release
from kpi.candidate_change as candidate
where
    candidate.authority_key = shown.authority_key
    and candidate.period_key = shown.period_key
    and candidate.kpi_code = shown.kpi_code
    and candidate.basis = shown.basis
    and shown.release_to is null
