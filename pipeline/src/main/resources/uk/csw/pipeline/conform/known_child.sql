-- the spans of attributes known so far, kept aside while the dimension is rebuilt
create temporary table known_child on commit drop as
select authority_key, child_key, valid_from, birth_month, sex, ethnicity
from core.dim_child
where authority_key = any (:authorities)
