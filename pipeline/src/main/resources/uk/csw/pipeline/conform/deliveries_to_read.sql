-- rows of these deliveries are read from staging: the added one, or all that stand where history changed
select distinct standing.delivery_id -- several layouts of one delivery
from standing
join change_of_standing on change_of_standing.authority_key = standing.authority_key
where not change_of_standing.is_next
    or standing.period_key = change_of_standing.added_period
