-- One row per finding on a row, file or delivery that could not be loaded, newest delivery first.
select
    delivery.authority_code,
    delivery.period_key,
    coalesce(file.file_name, '-') as file_name,
    coalesce(finding.line::text, '-') as line,
    finding.rule_code,
    coalesce(rule.title, '') as title,
    coalesce(finding.column_name, '-') as column_name,
    coalesce(finding.found, '') as found,
    coalesce(finding.expected, '') as expected
from quarantine.finding as finding
inner join ops.delivery as delivery
    on delivery.delivery_id = finding.delivery_id
left join ops.delivery_file as file
    on file.file_id = finding.file_id
left join ops.rule as rule
    on rule.rule_code = finding.rule_code
where coalesce(rule.severity, 'error') = 'error'
    and (:authority::text is null or delivery.authority_code = :authority)
    and (:period::integer is null or delivery.period_key = :period)
    and (:rule::text is null or finding.rule_code = :rule)
order by finding.delivery_id desc, file.file_name, finding.line, finding.rule_code
limit :most
