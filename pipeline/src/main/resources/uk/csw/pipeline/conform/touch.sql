-- the children whose rows in force of these entities changed
insert into touched_child (authority_key, child_key)
select distinct -- rows of several entities may have changed
    authority_key,
    child_key
from touched_row
where entity = any (:entities)
