insert into touched_child (authority_key, child_key)
select distinct -- many keys per child
    authority_key,
    child_key
from touched_key
where child_key is not null
on conflict do nothing
