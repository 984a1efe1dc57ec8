-- What everybody could see and no longer may is hidden before the new figures are shown.
delete from kpi.public_cell as shown
where
    shown.authority_key = any (:authorities)
    and not exists (
        select 1
        from public_chosen as candidate
        where
            candidate.authority_key = shown.authority_key
            and candidate.period_key = shown.period_key
            and candidate.kpi_code = shown.kpi_code
            and candidate.basis = shown.basis
    )
