-- One row per authority and span of validity, oldest first.
select
    authority_key,
    authority_name,
    valid_from,
    valid_to
from core.dim_authority
order by
    authority_key,
    valid_from
