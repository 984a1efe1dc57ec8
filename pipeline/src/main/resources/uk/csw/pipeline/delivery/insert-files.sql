-- The files of new deliveries; blank means not known.
insert into ops.delivery_file (delivery_id, file_name, bytes, sha256, source, layout, entity, state)
select
    fresh.delivery_id,
    fresh.file_name,
    fresh.bytes,
    fresh.sha256,
    nullif(fresh.source, ''),
    nullif(fresh.layout, ''),
    nullif(fresh.entity, ''),
    fresh.state
from unnest(:deliveries, :names, :sizes, :hashes, :sources, :layouts, :entities, :states)
    with ordinality
    as fresh (delivery_id, file_name, bytes, sha256, source, layout, entity, state, position)
order by fresh.position
returning
    file_id,
    delivery_id,
    file_name
