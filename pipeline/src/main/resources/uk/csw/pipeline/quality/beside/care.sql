-- what the episodes of the same return say of the child's care
select
    checked.*,
    care.first_start_date as care_start_date,
    care.last_start_date as care_last_start_date,
    care.last_end_date as care_end_date,
    care.last_end_reason as care_end_reason,
    care.adoption_date as care_adoption_date,
    care.placed_date as care_placed_date,
    care.placement_order_date as care_placement_order_date,
    -- unknown where the return has no episodes at all
    case when checked.is_telling_episodes then care.child_key is not null end as has_episodes,
    case when checked.is_telling_episodes then coalesce(care.is_in_care, false) end as is_in_care,
    case when checked.is_telling_episodes then coalesce(care.is_in_care_all_year, false) end as is_in_care_all_year
from ${checked} as checked
left join checked_care as care
    on care.return_no = checked.return_no
    and care.child_key = checked.child_key
