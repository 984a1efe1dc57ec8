-- One row per spell of one social worker being responsible for a looked-after child.
create view mart.fact_social_worker as
select
    authority.authority_code,
    spell.child_key,
    spell.spell_no,
    spell.worker_no,
    spell.start_date,
    spell.end_date,
    spell.end_date is null as is_open,
    spell.is_presumed_ended,
    coalesce(
        spell.change_reason,
        case when spell.end_date is null then 'not_applicable' else 'not_recorded' end
    ) as change_reason,
    spell.delivery_id
from core.fact_social_worker as spell
join core.authority as authority on spell.authority_key = authority.authority_key;

comment on view mart.fact_social_worker is 'One row per spell of one social worker being responsible for a looked-after child. The worker is a number within the child, so that nobody can be told from it. Pseudonymous.';
comment on column mart.fact_social_worker.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_social_worker.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_social_worker.spell_no is 'Number of the spell of the child, in order of start.';
comment on column mart.fact_social_worker.worker_no is 'Number of the worker among those of the child; the same again when a worker comes back; absent when left blank.';
comment on column mart.fact_social_worker.start_date is 'First day of the spell.';
comment on column mart.fact_social_worker.end_date is 'Last day of the spell; absent while is_open.';
comment on column mart.fact_social_worker.is_open is 'True while it goes on.';
comment on column mart.fact_social_worker.is_presumed_ended is 'True when the end is presumed, because newer files no longer mention it.';
comment on column mart.fact_social_worker.change_reason is 'Why the worker changed; code of the return; not_applicable while it goes on, not_recorded when left blank.';
comment on column mart.fact_social_worker.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
