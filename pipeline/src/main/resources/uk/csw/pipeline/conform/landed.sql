    -- what the standing files of the layout that are to be read hold, and whose it is
    select
        ${landed_columns},
        standing.delivery_id,
        standing.authority_key,
        standing.period_key,
        standing.place_in_succession,
        standing.newest_period
    from staging.${entity} as landed
    -- + 0: all these files at once; by the index they would be searched one after the other
    join standing on standing.file_id = landed.file_id + 0
    -- of the type of the column, so that each row is looked up in a hash table and not held against each file
    where landed.file_id = any (:file_ids::integer[])
