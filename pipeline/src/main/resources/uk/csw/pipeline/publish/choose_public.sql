-- Keeps what was chosen, for the moment at which the release becomes current.
insert into kpi.candidate_public_cell (authority_key, period_key, kpi_code, basis, release_id)
select
    authority_key,
    period_key,
    kpi_code,
    basis,
    :release as release_id
from public_chosen
