-- where history changed: whoever a standing file describes or once described, in force or not
insert into touched_row (authority_key, child_key, entity)
select
    standing.authority_key,
    staged.child_key,
    'person' as entity
from staging.person as staged
join standing on standing.file_id = staged.file_id + 0
join person_history on person_history.authority_key = standing.authority_key
where staged.file_id = any (:person_files::integer[])
union -- in many files
select
    child.authority_key,
    child.child_key,
    'person' as entity
from core.dim_child as child
join person_history on person_history.authority_key = child.authority_key
on conflict do nothing
