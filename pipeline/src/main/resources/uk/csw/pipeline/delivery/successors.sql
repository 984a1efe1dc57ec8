-- One row per authority that was replaced by others: their codes and names.
select
    from_key,
    string_agg(to_key || ' ' || to_name, ', ' order by to_key) as names
from core.authority_change
where to_key <> from_key
group by from_key
