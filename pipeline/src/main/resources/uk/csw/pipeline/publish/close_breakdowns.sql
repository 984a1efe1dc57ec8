-- Parts of figures that changed or vanished are shown for the last time by the release before. Only figures that have any
-- such part are looked at.
update kpi.breakdown_value as shown
set release_to = :release
from public_divided as wanted
where
    wanted.authority_key = shown.authority_key
    and wanted.period_key = shown.period_key
    and wanted.kpi_code = shown.kpi_code
    and wanted.basis = shown.basis
    and shown.release_to is null
    and not exists (
        select 1
        from public_part as candidate
        where
            candidate.authority_key = shown.authority_key
            and candidate.period_key = shown.period_key
            and candidate.kpi_code = shown.kpi_code
            and candidate.basis = shown.basis
            and candidate.breakdown = shown.breakdown
            and candidate.category = shown.category
            and (
                candidate.numerator,
                candidate.denominator,
                candidate.value,
                candidate.status,
                candidate.is_public
            ) is not distinct from (
                shown.numerator,
                shown.denominator,
                shown.value,
                shown.status,
                shown.is_public
            )
    )
