-- what the other tables of the same return tell of the child; unknown where the return does not hold the table
select
    checked.*,
    other.is_adopted_by_carer,
    case when 'adoption_placement' = any (checked.told_tables) then coalesce(other.has_decision, false) end as has_decision,
    other.placing_decided_date,
    other.placing_ceased_date,
    case when 'care_leaver' = any (checked.told_tables) then coalesce(other.has_leaver, false) end as has_leaver,
    case when 'previous_permanence' = any (checked.told_tables) then coalesce(other.has_permanence, false) end as has_permanence,
    case when 'social_worker_spell' = any (checked.told_tables) then coalesce(other.has_social_worker, false) end as has_social_worker
from ${checked} as checked
left join checked_other as other
    on other.return_no = checked.return_no
    and other.child_key = checked.child_key
