-- One row per rule: new ones are added, reworded ones updated, the rest left alone.
insert into ops.rule (rule_code, severity, title, advice)
select
    rule.rule_code,
    rule.severity,
    rule.title,
    rule.advice
from unnest(:codes, :severities, :titles, :advice) as rule (rule_code, severity, title, advice)
order by rule.rule_code
on conflict (rule_code) do update
set
    severity = excluded.severity,
    title = excluded.title,
    advice = excluded.advice
where
    (ops.rule.severity, ops.rule.title, ops.rule.advice)
    is distinct from (excluded.severity, excluded.title, excluded.advice)
