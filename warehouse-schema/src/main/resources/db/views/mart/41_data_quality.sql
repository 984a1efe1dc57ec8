-- One row per authority, period, source, layout and rule that found something in the newest files.
create view mart.data_quality as
with judged_file as (
    select
        delivery.authority_key,
        delivery.authority_code,
        delivery.period_key,
        delivery.delivery_id,
        file.file_id,
        coalesce(file.source, 'unknown') as source,
        coalesce(file.layout, 'unknown') as layout,
        file.rows_read
    from ops.delivery_file as file
    join ops.delivery as delivery on file.delivery_id = delivery.delivery_id
    where
        file.state in ('landed', 'refused', 'ignored')
        and not exists (
            select 1
            from ops.delivery as newer_delivery
            join ops.delivery_file as newer_file on newer_delivery.delivery_id = newer_file.delivery_id
            where
                newer_delivery.authority_key = delivery.authority_key
                and newer_delivery.period_key = delivery.period_key
                and newer_delivery.delivery_id > delivery.delivery_id
                and newer_file.layout is not distinct from file.layout
                and newer_file.state in ('landed', 'refused', 'ignored')
        )
),

checked as (
    select
        authority_code,
        period_key,
        source,
        layout,
        sum(rows_read)::bigint as rows_checked
    from judged_file
    group by
        authority_code,
        period_key,
        source,
        layout
),

failing_in_file as (
    select
        judged_file.authority_code,
        judged_file.period_key,
        judged_file.source,
        judged_file.layout,
        finding.rule_code,
        count(distinct finding.line) as rows_failing,
        count(*) as findings
    from judged_file
    join quarantine.finding as finding
        on judged_file.delivery_id = finding.delivery_id
        and judged_file.file_id = finding.file_id
    group by
        judged_file.authority_code,
        judged_file.period_key,
        judged_file.source,
        judged_file.layout,
        judged_file.file_id,
        finding.rule_code
),

failing as (
    select
        failing_in_file.authority_code,
        failing_in_file.period_key,
        failing_in_file.source,
        failing_in_file.layout,
        failing_in_file.rule_code,
        checked.rows_checked,
        sum(failing_in_file.rows_failing)::bigint as rows_failing,
        sum(failing_in_file.findings)::bigint as findings
    from failing_in_file
    join checked
        on failing_in_file.authority_code = checked.authority_code
        and failing_in_file.period_key = checked.period_key
        and failing_in_file.source = checked.source
        and failing_in_file.layout = checked.layout
    group by
        failing_in_file.authority_code,
        failing_in_file.period_key,
        failing_in_file.source,
        failing_in_file.layout,
        failing_in_file.rule_code,
        checked.rows_checked
),

-- Findings that belong to no one file, of the newest delivery.
failing_delivery as (
    select
        delivery.authority_code,
        delivery.period_key,
        'all' as source,
        'all' as layout,
        finding.rule_code,
        coalesce((
            select sum(file.rows_read)
            from ops.delivery_file as file
            where file.delivery_id = delivery.delivery_id
        ), 0)::bigint as rows_checked,
        0::bigint as rows_failing,
        count(*) as findings
    from ops.delivery as delivery
    join quarantine.finding as finding on delivery.delivery_id = finding.delivery_id
    where
        finding.file_id is null
        and not exists (
            select 1
            from ops.delivery as newer_delivery
            where
                newer_delivery.authority_key = delivery.authority_key
                and newer_delivery.period_key = delivery.period_key
                and newer_delivery.delivery_id > delivery.delivery_id
                and newer_delivery.state in ('landed', 'refused')
        )
    group by
        delivery.authority_code,
        delivery.period_key,
        delivery.delivery_id,
        finding.rule_code
),

found as (
    select
        authority_code,
        period_key,
        source,
        layout,
        rule_code,
        rows_checked,
        rows_failing,
        findings
    from failing
    union all
    select
        authority_code,
        period_key,
        source,
        layout,
        rule_code,
        rows_checked,
        rows_failing,
        findings
    from failing_delivery
)

select
    found.authority_code,
    found.period_key,
    found.source,
    found.layout,
    found.rule_code,
    coalesce(rule.severity, 'error') as severity,
    coalesce(rule.title, found.rule_code) as rule_title,
    coalesce(rule.advice, '') as advice,
    found.rows_checked,
    found.rows_failing,
    found.findings
from found
left join ops.rule as rule on found.rule_code = rule.rule_code;

comment on view mart.data_quality is 'One row per authority, period, source, layout and rule that found something in the newest files of that layout. Counts only: the rows themselves are kept apart, for the data team.';
comment on column mart.data_quality.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.data_quality.period_key is 'Month the delivery is for, yyyymm.';
comment on column mart.data_quality.source is 'Statutory return or system; unknown when the file was not recognised, all when the finding concerns the whole delivery.';
comment on column mart.data_quality.layout is 'Layout of the file; unknown or all as for source.';
comment on column mart.data_quality.rule_code is 'Code of the rule that found something.';
comment on column mart.data_quality.severity is 'error: the row or file was not loaded; warning: loaded, but look at it; note: for information.';
comment on column mart.data_quality.rule_title is 'What the rule looks for.';
comment on column mart.data_quality.advice is 'What to do about it.';
comment on column mart.data_quality.rows_checked is 'Rows of the files that were judged.';
comment on column mart.data_quality.rows_failing is 'Rows in which the rule found something; 0 when it concerns a file or delivery rather than rows.';
comment on column mart.data_quality.findings is 'Number of findings: a rule can find several things in one row.';
