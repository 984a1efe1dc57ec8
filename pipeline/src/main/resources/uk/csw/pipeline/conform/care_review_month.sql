-- one row per looked-after child and month end to derive, and whether its reviews are on time
create temporary table care_review_month on commit drop as
select
    care_month.authority_key,
    care_month.period_key,
    care_month.child_key,
    last_day.working_day_number - first_day.working_day_number >= 20 as is_review_due,
    review_state.step_no > 0
        and care_month.month_end <= review_state.next_due
        and coalesce(review_state.last_late_date < care_month.window_start, true) as is_review_on_time
from care_month
join core.fact_care_period as care_period
    on care_period.authority_key = care_month.authority_key
    and care_period.child_key = care_month.child_key
    and care_period.care_period_no = care_month.care_period_no
join care_review_state as review_state
    on review_state.authority_key = care_month.authority_key
    and review_state.child_key = care_month.child_key
    and review_state.care_period_no = care_month.care_period_no
    and review_state.step_date <= care_month.month_end
    and coalesce(review_state.next_step_date, date '9999-12-31') > care_month.month_end
join core.dim_date as last_day on last_day.date = care_month.month_end
join core.dim_date as first_day on first_day.date = care_period.start_date
where not care_month.is_short_break
