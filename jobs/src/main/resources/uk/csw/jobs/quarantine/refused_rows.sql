-- One row per refused row of the newest delivery of each authority and period, with all that is wrong with it.
with newest as (
    select
        authority_code,
        period_key,
        max(delivery_id) as delivery_id
    from ops.delivery
    group by authority_code, period_key
)

select
    newest.authority_code,
    newest.period_key,
    file.file_name,
    refused.line,
    refused.raw_text,
    string_agg(
        coalesce(rule.title, finding.rule_code)
        || coalesce(': ' || finding.column_name, '')
        || coalesce(' is ''' || finding.found || '''', '')
        || coalesce(', expected ' || finding.expected, ''),
        '; '
        order by finding.rule_code, finding.column_name
    ) as problems
from quarantine.row as refused
inner join newest on newest.delivery_id = refused.delivery_id
inner join ops.delivery_file as file on file.file_id = refused.file_id
inner join quarantine.finding as finding
    on finding.delivery_id = refused.delivery_id
    and finding.file_id = refused.file_id
    and finding.line = refused.line
left join ops.rule as rule on rule.rule_code = finding.rule_code
where
    (:authority::text is null or newest.authority_code = :authority)
    and (:period::integer is null or newest.period_key = :period)
group by
    newest.authority_code,
    newest.period_key,
    file.file_name,
    refused.line,
    refused.raw_text
having :rule::text is null or bool_or(finding.rule_code = :rule)
order by
    newest.authority_code,
    newest.period_key,
    file.file_name,
    refused.line
