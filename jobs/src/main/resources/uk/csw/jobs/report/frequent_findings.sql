-- One row per rule that these nights' deliveries broke, errors first, then the most frequent; with the first example.
-- What was found is left out, and what was expected of an identifier: it may be a child's, and reports travel further
-- than the quarantine.
with findings as (
    select
        finding.rule_code,
        delivery.authority_code || '/' || delivery.period_key / 100 || '-'
            || lpad((delivery.period_key % 100)::text, 2, '0')
            || coalesce('/' || file.file_name, '') as place,
        finding.line,
        finding.column_name,
        finding.expected,
        row_number() over (
            partition by finding.rule_code
            order by finding.delivery_id, file.file_name nulls first, finding.line
        ) as number,
        count(*) over (partition by finding.rule_code) as times
    from quarantine.finding as finding
    inner join ops.delivery as delivery
        on delivery.delivery_id = finding.delivery_id
    left join ops.delivery_file as file
        on file.file_id = finding.file_id
    where delivery.night_id = any (:nights::text[])
)

select
    findings.rule_code,
    coalesce(rule.severity, 'error') as severity,
    coalesce(rule.title, findings.rule_code) as title,
    coalesce(rule.advice, '') as advice,
    findings.times,
    findings.place,
    findings.line,
    findings.column_name,
    case
        when findings.column_name in ('child_id', 'upn') then ''
        else coalesce(findings.expected, '')
    end as expected
from findings
left join ops.rule as rule
    on rule.rule_code = findings.rule_code
where findings.number = 1
order by
    case coalesce(rule.severity, 'error')
        when 'error' then 1
        when 'warning' then 2
        else 3
    end,
    findings.times desc,
    findings.rule_code
limit :most
