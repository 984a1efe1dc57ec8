-- One row per file of a delivery: which one it is, and how many of its rows were loaded.
create view kpi.delivered_file as
select
    delivery.delivery_id,
    delivery.authority_key,
    delivery.period_key,
    delivery.state as delivery_state,
    delivery.received_at,
    file.file_id,
    file.layout,
    file.entity,
    file.file_name,
    file.state as file_state,
    file.is_held,
    file.rows_read,
    file.rows_staged,
    file.rows_quarantined
from ops.delivery as delivery
join ops.delivery_file as file on delivery.delivery_id = file.delivery_id;

comment on view kpi.delivered_file is 'One row per file of a delivery: which one it is, and how many of its rows were loaded. For csw explain; reports read mart.delivery_status.';
