-- one row per single assessment open at a covered month end, with the working days it has been open
insert into core.fact_assessment_month (
    authority_key, period_key, child_key, assessment_no, start_date, working_days_open
)
select
    assessment.authority_key,
    month.period_key,
    assessment.child_key,
    assessment.assessment_no,
    assessment.start_date,
    coalesce(month_end.working_day_number - first_day.working_day_number, 0) as working_days_open
from core.fact_assessment as assessment
left join touched_child using (authority_key, child_key)
join month_to_derive as month
    on month.authority_key = assessment.authority_key
    and month.is_touched = (touched_child.child_key is not null)
    and month.entity = 'assessment'
    and assessment.start_date <= month.month_end
    and coalesce(assessment.end_date, date '9999-12-31') > month.month_end
join core.dim_date as month_end on month_end.date = month.month_end
left join core.dim_date as first_day on first_day.date = assessment.start_date
where assessment.authority_key = any (:authorities)
    and not assessment.is_impossible
    -- the initial and core assessments of former years had limits of their own
    and assessment.assessment_type is null
