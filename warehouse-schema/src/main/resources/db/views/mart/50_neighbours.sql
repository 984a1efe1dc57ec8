-- One row per neighbour model, authority and statistical neighbour.
create view mart.neighbours as
with latest_name as (
    select
        authority_key,
        authority_code,
        authority_name,
        row_number() over (partition by authority_key order by valid_from desc) as recency
    from core.dim_authority
)

select
    neighbour.model as neighbour_model,
    authority.authority_code,
    authority.authority_name,
    member.authority_code as neighbour_code,
    member.authority_name as neighbour_name,
    neighbour.rank as neighbour_rank,
    neighbour.closeness
from core.neighbour as neighbour
join latest_name as authority on neighbour.authority_key = authority.authority_key
join latest_name as member on neighbour.neighbour_key = member.authority_key
where
    authority.recency = 1
    and member.recency = 1;

comment on view mart.neighbours is 'One row per neighbour model, authority and statistical neighbour: the ten authorities most like it. Not symmetric: a neighbour need not name the authority as its own.';
comment on column mart.neighbours.neighbour_model is 'Edition of the model, by year; the lists of two editions share about half of their members.';
comment on column mart.neighbours.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.neighbours.authority_name is 'Its name now.';
comment on column mart.neighbours.neighbour_code is 'Authority code of the neighbour.';
comment on column mart.neighbours.neighbour_name is 'Name of the neighbour now.';
comment on column mart.neighbours.neighbour_rank is 'Order of likeness; 1 is the most alike.';
comment on column mart.neighbours.closeness is 'How alike the two are, in the words of the model.';
