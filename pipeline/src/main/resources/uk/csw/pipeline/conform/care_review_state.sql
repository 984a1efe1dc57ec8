-- one row per period of care and step in its reviews (0: care began), with when the next is due and the last late one
create temporary table care_review_state on commit drop as
with step as (
    select
        authority_key,
        child_key,
        care_period_no,
        start_date as step_date,
        0 as step_no,
        start_date
    from core.fact_care_period
    where not is_short_break
        and (authority_key, child_key) in (select authority_key, child_key from care_month)
    union all
    select
        review.authority_key,
        review.child_key,
        review.care_period_no,
        review.review_date as step_date,
        row_number() over (
            partition by review.authority_key, review.child_key, review.care_period_no
            order by review.review_date
        )::integer as step_no,
        care_period.start_date
    from core.fact_care_review as review
    join core.fact_care_period as care_period
        on care_period.authority_key = review.authority_key
        and care_period.child_key = review.child_key
        and care_period.care_period_no = review.care_period_no
    where (review.authority_key, review.child_key) in (select authority_key, child_key from care_month)
),
due as (
    select
        step.*,
        day.working_day_number,
        -- three months to the second review, six to each later one; where the first review known was held long after
        -- care began, it is not the first, or was late enough itself
        case
            when step.step_no = 1 and step.step_date <= step.start_date + interval '4 months'
                then (step.step_date + interval '3 months')::date
            when step.step_no > 0 then (step.step_date + interval '6 months')::date
        end as next_due
    from step
    left join core.dim_date as day on day.date = step.step_date
),
judged as (
    select
        due.*,
        lead(step_date) over life as next_step_date,
        case
            -- 20 working days to the first
            when step_no = 1 then working_day_number - lag(working_day_number) over life > 20
            else step_date > lag(next_due) over life
        end as is_late
    from due
    window life as (
        partition by authority_key, child_key, care_period_no
        order by step_date, step_no
    )
)
select
    authority_key,
    child_key,
    care_period_no,
    step_date,
    step_no,
    next_step_date,
    next_due,
    max(step_date) filter (where is_late) over (
        partition by authority_key, child_key, care_period_no
        order by step_date, step_no
    ) as last_late_date
from judged
