    -- what the standing files of the layout that are to be read hold, and whose it is
    select
        ${landed_columns},
        standing.delivery_id,
        standing.authority_key,
        standing.period_key,
        standing.place_in_succession,
        standing.newest_period
    from staging.${entity} as landed
    join standing on standing.file_id = landed.file_id
    where landed.file_id = any (:file_ids)
