-- The months whose rows these figures are made of.
insert into measure_breakdown_month (authority_key, is_stock, period_key)
-- distinct: many figures are made of the same months
select distinct
    divided.authority_key,
    divided.is_stock,
    period.period_key
from measure_breakdown_window as divided
inner join core.dim_period as period on period.month_index between divided.first_index and divided.last_index
where divided.is_counted
