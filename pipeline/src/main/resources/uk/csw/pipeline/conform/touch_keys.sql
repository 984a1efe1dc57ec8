insert into touched_row (authority_key, child_key, entity)
select distinct -- many keys per child
    authority_key,
    child_key,
    '${entity}' as entity
from touched_key
where child_key is not null
on conflict do nothing
