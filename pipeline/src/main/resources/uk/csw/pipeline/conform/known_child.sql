-- the spans of attributes known so far, kept aside while the dimension is rebuilt
create temporary table known_child on commit drop as
select
    child.authority_key,
    child.child_key,
    child.valid_from,
    child.birth_month,
    child.sex,
    child.ethnicity
from core.dim_child as child
join touched_child
    on touched_child.authority_key = child.authority_key
    and touched_child.child_key = child.child_key
