-- the layout's rows in force where history changed, to be worked out anew
delete from staging.in_force_${entity} as in_force
using change_of_standing
where in_force.authority_key = change_of_standing.authority_key
    and in_force.layout = :layout
    and change_of_standing.layout = :layout
    and not change_of_standing.is_next
