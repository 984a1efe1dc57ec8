-- New deliveries, in the order given, so that their numbers follow it.
insert into ops.delivery (
    authority_code,
    authority_key,
    period_key,
    sha256,
    state,
    file_count,
    bytes,
    received_at,
    registered_at
)
select
    fresh.authority_code,
    fresh.authority_code::integer,
    fresh.period_key,
    fresh.sha256,
    fresh.state,
    fresh.file_count,
    fresh.bytes,
    to_timestamp(fresh.received_ms / 1000.0),
    to_timestamp(:registered_at::bigint / 1000.0)
from unnest(:codes, :periods, :hashes, :states, :file_counts, :sizes, :received)
    with ordinality
    as fresh (authority_code, period_key, sha256, state, file_count, bytes, received_ms, position)
order by fresh.position
returning
    delivery_id,
    authority_key,
    period_key
