-- One row per authority, period and time that it was signed off.
create view mart.sign_off as
select
    authority.authority_code,
    sign_off.period_key,
    sign_off.signed_off_at,
    sign_off.signed_off_by,
    sign_off.note,
    sign_off.release_id,
    sign_off.reopened_at is null as is_in_force,
    case
        when sign_off.reopened_at is null then (
            select count(*)
            from kpi.held_figure as held
            where
                held.authority_key = sign_off.authority_key
                and held.period_key = sign_off.period_key
        )
        else sign_off.figures_held
    end as figures_held,
    sign_off.reopened_at,
    coalesce(sign_off.reopened_by, 'nobody') as reopened_by,
    coalesce(sign_off.reopen_reason, 'not_applicable') as reopen_reason
from kpi.sign_off as sign_off
inner join core.authority as authority on sign_off.authority_key = authority.authority_key;

comment on view mart.sign_off is 'One row per authority, period and time that it was signed off. While it is in force, what is shown of the figures of that period, and of their parts, stays as it was. Written with csw signoff and csw reopen; nothing is edited.';
comment on column mart.sign_off.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.sign_off.period_key is 'Month in which the figures end, yyyymm; see mart.dim_period. Every basis is signed off with it.';
comment on column mart.sign_off.signed_off_at is 'When.';
comment on column mart.sign_off.signed_off_by is 'Who signed it off.';
comment on column mart.sign_off.note is 'What was said with it; empty when nothing was.';
comment on column mart.sign_off.release_id is 'The release that showed the figures signed off; see mart.release.';
comment on column mart.sign_off.is_in_force is 'True until it is reopened.';
comment on column mart.sign_off.figures_held is 'Figures that the facts now give differently, or did when it was reopened; see mart.held_figure.';
comment on column mart.sign_off.reopened_at is 'When it was reopened; absent while is_in_force.';
comment on column mart.sign_off.reopened_by is 'Who reopened it; nobody while is_in_force.';
comment on column mart.sign_off.reopen_reason is 'Why; not_applicable while is_in_force.';
