-- Remembers of which figures the release replaces what stands beside them, for the publication. An authority that is
-- compared as a whole loses what stood beside figures of KPIs that are no longer there too.
insert into kpi.candidate_compared (authority_key, period_key, kpi_code, basis)
select
    wanted.authority_key,
    period.period_key,
    rule.kpi_code,
    rule.basis
from compare_wanted as wanted
inner join compare_rule as rule on rule.rule_no = wanted.rule_no
inner join core.dim_period as period on period.month_index = wanted.month_index
union
select
    authority_key,
    period_key,
    kpi_code,
    basis
from kpi.candidate_gone
where authority_key = any (:authorities)
union
select
    beside.authority_key,
    beside.period_key,
    beside.kpi_code,
    beside.basis
from kpi.candidate_authority as affected
left join kpi.shown_authority as shown on shown.authority_key = affected.authority_key
inner join kpi.current_comparison as beside on beside.authority_key = affected.authority_key
where
    affected.authority_key = any (:authorities)
    and shown.compared_with is distinct from affected.compared_with
