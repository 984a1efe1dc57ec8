-- What everybody may see of the figures that are shown now.
insert into kpi.public_cell (authority_key, period_key, kpi_code, basis)
select
    authority_key,
    period_key,
    kpi_code,
    basis
from kpi.candidate_public_cell
where release_id = :release
on conflict (authority_key, period_key, kpi_code, basis) do nothing
