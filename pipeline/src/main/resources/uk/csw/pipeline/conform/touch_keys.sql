insert into touched_child (authority_key, child_key, is_throughout)
select distinct -- many keys per child
    authority_key,
    child_key,
    ${is_throughout} as is_throughout
from touched_key
where child_key is not null
on conflict (authority_key, child_key) do update
set is_throughout = true
where excluded.is_throughout
    and not touched_child.is_throughout
