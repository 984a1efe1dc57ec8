-- The authorities of which every figure is measured: measured by something else than what is shown, or a month is no
-- longer covered.
insert into measure_whole (authority_key)
select measured.authority_key
from kpi.candidate_authority as measured
left join kpi.shown_authority as shown on shown.authority_key = measured.authority_key
where
    measured.is_measured
    and measured.authority_key = any (:authorities)
    and shown.measured_by is distinct from measured.measured_by
union
select changed.authority_key
from core.changed_fact as changed
where
    changed.fact = 'coverage'
    and changed.authority_key = any (:authorities)
    and not exists (
        select 1
        from core.coverage as covered
        where
            covered.authority_key = changed.authority_key
            and covered.entity = changed.dated_by
            and covered.period_key = changed.period_key
    )
