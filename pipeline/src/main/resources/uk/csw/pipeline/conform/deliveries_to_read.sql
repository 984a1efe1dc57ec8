select distinct standing.delivery_id -- several layouts of one delivery
from standing
join change_of_standing on change_of_standing.authority_key = standing.authority_key
where not change_of_standing.is_append
    or standing.period_key >= change_of_standing.first_added_period
