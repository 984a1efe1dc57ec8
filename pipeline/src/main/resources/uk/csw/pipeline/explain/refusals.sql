-- Why rows of these files are in quarantine: how many broke which rule. One row may break several.
select
    refused.layout,
    finding.rule_code,
    coalesce(rule.title, finding.rule_code) as title,
    -- distinct: a row may break one rule in several columns
    count(distinct (refused.file_id, refused.line)) as rows_refused
from quarantine.row as refused
inner join quarantine.finding as finding
    on finding.delivery_id = refused.delivery_id
    and finding.file_id = refused.file_id
    and finding.line = refused.line
left join ops.rule as rule on rule.rule_code = finding.rule_code
where
    refused.delivery_id = any (:deliveries)
    and refused.file_id = any (:files)
    and coalesce(rule.severity, 'error') = 'error'
group by
    refused.layout,
    finding.rule_code,
    rule.title
order by
    refused.layout,
    rows_refused desc,
    finding.rule_code
