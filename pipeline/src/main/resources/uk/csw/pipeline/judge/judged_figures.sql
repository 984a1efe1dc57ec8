-- Remembers which judgements the release replaces, for the publication. An authority that is judged as a whole loses those
-- of KPIs that are no longer there too.
insert into kpi.candidate_judged_figure (authority_key, period_key, kpi_code, basis)
select
    wanted.authority_key,
    period.period_key,
    rule.kpi_code,
    rule.basis
from judge_wanted as wanted
inner join judge_rule as rule on rule.rule_no = wanted.rule_no
inner join core.dim_period as period on period.month_index = wanted.month_index
union
select
    shown.authority_key,
    shown.period_key,
    shown.kpi_code,
    shown.basis
from kpi.candidate_judged as judged
left join kpi.judged_authority as remembered on remembered.authority_key = judged.authority_key
inner join kpi.current_judgement as shown on shown.authority_key = judged.authority_key
where
    judged.authority_key = any (:authorities)
    and remembered.targets_version is distinct from judged.targets_version
