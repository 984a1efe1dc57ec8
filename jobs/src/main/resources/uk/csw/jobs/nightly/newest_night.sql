select night_id
from ops.delivery
where night_id is not null
order by delivery_id desc
limit 1
