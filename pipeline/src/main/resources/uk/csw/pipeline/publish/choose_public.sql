-- Keeps what was chosen and cannot be seen yet, for the moment at which the release becomes current.
insert into kpi.candidate_public_cell (authority_key, period_key, kpi_code, basis, release_id)
select
    chosen.authority_key,
    chosen.period_key,
    chosen.kpi_code,
    chosen.basis,
    :release as release_id
from public_chosen as chosen
where
    not exists (
        select 1
        from kpi.public_cell as shown
        where
            shown.authority_key = any (:authorities)
            and shown.authority_key = chosen.authority_key
            and shown.period_key = chosen.period_key
            and shown.kpi_code = chosen.kpi_code
            and shown.basis = chosen.basis
    )
