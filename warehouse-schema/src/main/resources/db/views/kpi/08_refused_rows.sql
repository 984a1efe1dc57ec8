-- One row per file, layout and rule that refused rows of it: how many rows, never which.
create view kpi.refused_rows as
select
    refused.delivery_id,
    refused.file_id,
    refused.layout,
    finding.rule_code,
    coalesce(rule.title, finding.rule_code) as title,
    -- distinct: a row may break one rule in several columns
    count(distinct refused.line) as rows_refused
from quarantine.row as refused
join quarantine.finding as finding
    on
        refused.delivery_id = finding.delivery_id
        and refused.file_id = finding.file_id
        and refused.line = finding.line
left join ops.rule as rule on finding.rule_code = rule.rule_code
where coalesce(rule.severity, 'error') = 'error'
group by
    refused.delivery_id,
    refused.file_id,
    refused.layout,
    finding.rule_code,
    rule.title;

comment on view kpi.refused_rows is 'One row per file, layout and rule that refused rows of it: how many rows, never which. A row may break several rules. For csw explain; reports read mart.data_quality.';
