select delivery_id
from ops.delivery
where night_id = :night
    and state <> 'refused'
order by delivery_id
