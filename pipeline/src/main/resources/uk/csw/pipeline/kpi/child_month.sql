    -- One row per child and month end, with the group its placement belonged to on that day.
    select
        child_month.*,
        placement.group_code as placement_group
    from core.fact_child_month as child_month
    inner join core.dim_period as period on period.period_key = child_month.period_key
    left join core.dim_code as placement
        on placement.code_set = 'placement_type'
        and placement.code = child_month.placement_type
        and period.month_end between placement.valid_from and placement.valid_to
