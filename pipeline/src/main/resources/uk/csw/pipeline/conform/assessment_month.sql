-- one row per single assessment open at a covered month end, with the working days it has been open
insert into ${table} (
    authority_key, period_key, child_key, assessment_no, start_date, working_days_open
)
select
    assessment.authority_key,
    month.period_key,
    assessment.child_key,
    assessment.assessment_no,
    assessment.start_date,
    coalesce(month_end.working_day_number - first_day.working_day_number, 0) as working_days_open
from assessment_open as month
join core.fact_assessment as assessment
    on assessment.authority_key = month.authority_key
    and assessment.child_key = month.child_key
    and assessment.assessment_no = month.assessment_no
join core.dim_date as month_end on month_end.date = month.month_end
left join core.dim_date as first_day on first_day.date = assessment.start_date
where not assessment.is_impossible
    -- the initial and core assessments of former years had limits of their own
    and assessment.assessment_type is null
