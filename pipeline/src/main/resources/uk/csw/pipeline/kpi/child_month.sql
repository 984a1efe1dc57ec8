    -- One row per child and month end, with the group its placement belonged to on that day.
    select
        child_month.*,
        placement.group_code as placement_group
    from core.fact_child_month as child_month
    left join (
        select
            period.period_key,
            grouped.code,
            grouped.group_code
        from core.dim_period as period
        inner join core.dim_code as grouped on period.month_end between grouped.valid_from and grouped.valid_to
        where grouped.code_set = 'placement_type'
    ) as placement
        on placement.period_key = child_month.period_key
        and placement.code = child_month.placement_type
