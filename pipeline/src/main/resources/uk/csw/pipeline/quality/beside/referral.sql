-- what the same return holds of the case: assessments, enquiries, plans
with event as (
    select
        file_id,
        child_key,
        coalesce(referral_ref, referral_date::text) as case_name,
        'assessment' as kind,
        end_date is null as is_open,
        greatest(start_date, end_date) as last_date
    from staging.assessment
    where file_id = any (:assessment_files::integer[])
    union all
    select
        file_id,
        child_key,
        coalesce(referral_ref, referral_date::text) as case_name,
        'enquiry' as kind,
        conference_date is null and is_conference_not_required is not true as is_open,
        greatest(start_date, conference_date) as last_date
    from staging.enquiry
    where file_id = any (:enquiry_files::integer[])
    union all
    select
        file_id,
        child_key,
        coalesce(referral_ref, referral_date::text) as case_name,
        plan_type as kind,
        end_date is null as is_open,
        case when plan_type = 'cp' then end_date else greatest(start_date, end_date) end as last_date
    from staging.plan
    where file_id = any (:plan_files::integer[])
    union all
    select
        file_id,
        child_key,
        coalesce(referral_ref, referral_date::text) as case_name,
        'factor' as kind,
        false as is_open,
        null as last_date
    from staging.assessment_factor
    where file_id = any (:assessment_factor_files::integer[]) and factor <> '21'
),
happened as (
    select
        file.return_no,
        event.child_key,
        event.case_name,
        count(*) filter (where event.kind = 'assessment') as assessments,
        count(*) filter (where event.kind = 'assessment' and event.is_open) as open_assessments,
        count(*) filter (where event.kind = 'enquiry') as enquiries,
        count(*) filter (where event.kind = 'enquiry' and event.is_open) as open_enquiries,
        count(*) filter (where event.kind = 'cin') as cin_plans,
        count(*) filter (where event.kind = 'cp') as protection_plans,
        count(*) filter (where event.kind = 'factor') > 0 as factors_found,
        max(event.last_date) as last_date
    from event
    inner join checked_file as file on file.file_id = event.file_id
    where event.case_name is not null
    group by file.return_no, event.child_key, event.case_name
)
select
    checked.*,
    coalesce(numbered.assessments, dated.assessments, 0) as assessments,
    coalesce(numbered.open_assessments, dated.open_assessments, 0) as open_assessments,
    coalesce(numbered.enquiries, dated.enquiries, 0) as enquiries,
    coalesce(numbered.open_enquiries, dated.open_enquiries, 0) as open_enquiries,
    coalesce(numbered.cin_plans, dated.cin_plans, 0) as cin_plans,
    coalesce(numbered.protection_plans, dated.protection_plans, 0) as protection_plans,
    case
        when 'assessment_factor' = any (checked.told_tables)
            then coalesce(numbered.factors_found, dated.factors_found, false)
    end as factors_found,
    greatest(numbered.last_date, dated.last_date) as last_activity_date,
    count(*) filter (where checked.closure_date is null and not checked.is_nfa) over (
        partition by checked.return_no, checked.child_key
    ) as open_referrals,
    max(checked.referral_date) over (
        partition by checked.return_no, checked.child_key
    ) as newest_referral_date
from ${checked} as checked
left join happened as numbered
    on numbered.return_no = checked.return_no
    and numbered.child_key = checked.child_key
    and numbered.case_name = checked.referral_ref
left join happened as dated
    on dated.return_no = checked.return_no
    and dated.child_key = checked.child_key
    and dated.case_name = checked.referral_date::text
