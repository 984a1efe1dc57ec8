-- deliveries that stand no more, or are read by another rule
delete from staging.in_force_delivery as known
where known.authority_key = any (:authorities)
    and not exists (
        select 1
        from standing_now
        where standing_now.authority_key = known.authority_key
            and standing_now.layout = known.layout
            and standing_now.period_key = known.period_key
            and standing_now.entity = known.entity
            and standing_now.coverage_from = known.coverage_from
            and standing_now.delivery_id = known.delivery_id
    )
