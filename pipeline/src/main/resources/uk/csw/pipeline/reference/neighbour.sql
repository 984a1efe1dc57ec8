-- One row per neighbour model, authority and neighbour.
insert into core.neighbour (model, authority_key, neighbour_key, rank, closeness)
select
    model,
    authority_code::integer as authority_key,
    neighbour_code::integer as neighbour_key,
    rank::smallint as rank,
    closeness
from unnest(:models, :authority_codes, :neighbour_codes, :ranks, :closenesses) as neighbours (
    model, authority_code, neighbour_code, rank, closeness
)
