insert into touched_child (authority_key, child_key, is_throughout)
select distinct -- many rows per child
    in_force.authority_key,
    in_force.child_key,
    ${is_throughout} as is_throughout
from staging.in_force_${entity} as in_force
join change_of_standing
    on change_of_standing.authority_key = in_force.authority_key
    and change_of_standing.layout = in_force.layout
where in_force.layout = :layout
    and in_force.child_key is not null
    and not change_of_standing.is_next
on conflict (authority_key, child_key) do update
set is_throughout = true
where excluded.is_throughout
    and not touched_child.is_throughout
