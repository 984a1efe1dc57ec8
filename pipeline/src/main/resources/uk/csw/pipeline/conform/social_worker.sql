-- one row per spell of one social worker; an open one that newer files no longer mention is presumed ended
with told as (
    select
        spell.*,
        -- one layout may repeat another
        spell.layout = first_value(spell.layout) over (
            partition by spell.authority_key, spell.child_key, spell.start_date
            order by coalesce(spell.last_mentioned, 999999) desc, spell.period_key desc, spell.layout
        ) as is_believed
    from staging.in_force_social_worker_spell as spell
    join touched_child
        on touched_child.authority_key = spell.authority_key
        and touched_child.child_key = spell.child_key
),
known as (
    select
        spell.*,
        case
            when spell.end_date is not null then spell.end_date
            when last_possible_day.last_day is not null then greatest(spell.start_date, last_possible_day.last_day)
        end as last_day,
        spell.end_date is null and last_possible_day.last_day is not null as is_presumed_ended
    from told as spell
    left join last_possible_day
        on last_possible_day.authority_key = spell.authority_key
        and last_possible_day.layout = spell.layout
        and last_possible_day.period_key = spell.last_mentioned
    where spell.is_believed
),
worker as (
    select
        authority_key,
        child_key,
        worker_id,
        row_number() over (
            partition by authority_key, child_key
            order by min(start_date), worker_id
        ) as worker_no
    from known
    where worker_id is not null
    group by authority_key, child_key, worker_id
)
insert into core.fact_social_worker (
    authority_key, child_key, spell_no, worker_no, start_date, end_date, is_presumed_ended, change_reason,
    delivery_id, file_id, line
)
select
    known.authority_key,
    known.child_key,
    row_number() over (
        partition by known.authority_key, known.child_key
        order by known.start_date, worker.worker_no, known.period_key, known.line
    ) as spell_no,
    worker.worker_no,
    known.start_date,
    known.last_day as end_date,
    known.is_presumed_ended,
    known.change_reason,
    known.delivery_id,
    known.file_id,
    known.line
from known
left join worker
    on worker.authority_key = known.authority_key
    and worker.child_key = known.child_key
    and worker.worker_id = known.worker_id
