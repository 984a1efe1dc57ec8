-- one row per assessment open at a covered month end, with the working days it has been open
insert into core.fact_assessment_month (
    authority_key, period_key, child_key, assessment_no, start_date, working_days_open
)
select
    assessment.authority_key,
    coverage.period_key,
    assessment.child_key,
    assessment.assessment_no,
    assessment.start_date,
    coalesce(month_end.working_day_number - first_day.working_day_number, 0) as working_days_open
from core.coverage
join core.dim_period as period on period.period_key = coverage.period_key
join core.fact_assessment as assessment
    on assessment.authority_key = coverage.authority_key
    and assessment.start_date <= period.month_end
    and coalesce(assessment.end_date, date '9999-12-31') > period.month_end
join core.dim_date as month_end on month_end.date = period.month_end
left join core.dim_date as first_day on first_day.date = assessment.start_date
where coverage.entity = 'assessment'
    and coverage.authority_key = any (:authorities)
    and not assessment.is_impossible
