-- months that are no longer covered, or whose unbroken run begins elsewhere
delete from core.coverage as known
where known.authority_key = any (:authorities)
    and not exists (
        select 1
        from covered_now
        where covered_now.authority_key = known.authority_key
            and covered_now.entity = known.entity
            and covered_now.period_key = known.period_key
            and covered_now.covered_from = known.covered_from
    )
