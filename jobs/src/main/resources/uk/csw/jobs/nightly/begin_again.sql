-- Makes the night that brings up to date what is out of date, known by what it works from: one that was refused is not
-- made again until something changed. The release it follows and the nights given up are part of that, so what changed
-- and was changed back is worked out again.
with wanted as (
    select
        encode(
            sha256(
                convert_to(
                    concat_ws(
                        ' ',
                        'again',
                        (select release_id from ops.current_release),
                        (select count(*) from ops.night where state = 'given_up'),
                        string_agg(authority_key || ' ' || version, ' ' order by authority_key)
                    ),
                    'UTF8'
                )
            ),
            'hex'
        ) as night_id,
        coalesce(array_agg(authority_key order by authority_key) filter (where is_measured), '{}') as authorities
    from kpi.out_of_date(:definitions)
    having count(*) > 0
),

made as (
    insert into ops.night (night_id, authorities, state, made_at)
    select
        wanted.night_id,
        wanted.authorities,
        :state,
        :now
    from wanted
    on conflict (night_id) do nothing
)

select wanted.night_id
from wanted
