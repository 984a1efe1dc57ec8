insert into core.fact_disability (authority_key, child_key, disability)
select distinct -- repeated within a return
    authority_key,
    child_key,
    disability
from staging.in_force_disability
join touched_child using (authority_key, child_key)
where disability <> 'NONE'
