-- Takes back what the guard said before about these tables.
with released as (
    update ops.delivery_file
    set is_held = false
    from unnest(:deliveries, :layouts) as before (delivery_id, layout)
    where
        delivery_file.delivery_id = before.delivery_id
        and delivery_file.layout = before.layout
    returning
        delivery_file.delivery_id,
        delivery_file.file_id
)

delete from quarantine.finding
using released
where
    finding.delivery_id = released.delivery_id
    and finding.file_id = released.file_id
    and finding.line is null
    and finding.rule_code = 'FILE_TRUNCATED'
