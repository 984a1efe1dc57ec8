insert into touched_row (authority_key, child_key, entity)
select distinct -- many rows per child
    in_force.authority_key,
    in_force.child_key,
    '${entity}' as entity
from staging.in_force_${entity} as in_force
join change_of_standing
    on change_of_standing.authority_key = in_force.authority_key
    and change_of_standing.layout = in_force.layout
where in_force.layout = :layout
    and in_force.child_key is not null
    and not change_of_standing.is_next
on conflict do nothing
