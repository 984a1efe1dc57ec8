-- one row per review of a protection plan; a review without its plan's start belongs to the plan open on its day
with numbered as (
    select
        plan.authority_key,
        plan.child_key,
        plan.plan_ref,
        plan.last_mentioned,
        min(plan.start_date) as start_date
    from staging.in_force_plan as plan
    join touched_child
        on touched_child.authority_key = plan.authority_key
        and touched_child.child_key = plan.child_key
    where plan.plan_type = 'cp'
    group by plan.authority_key, plan.child_key, plan.plan_ref, plan.last_mentioned
    -- a number that names several plans of a child in one delivery does not say which
    having min(plan.start_date) = max(plan.start_date)
)
insert into core.fact_plan_review (authority_key, child_key, plan_no, review_date)
select distinct -- the same review is sent again and again
    review.authority_key,
    review.child_key,
    plan.plan_no,
    review.review_date
from staging.in_force_plan_review as review
join touched_child
    on touched_child.authority_key = review.authority_key
    and touched_child.child_key = review.child_key
left join numbered
    on numbered.authority_key = review.authority_key
    and numbered.child_key = review.child_key
    and numbered.last_mentioned is not distinct from review.last_mentioned
    and numbered.plan_ref = review.plan_ref
join core.fact_plan as plan
    on plan.authority_key = review.authority_key
    and plan.child_key = review.child_key
    and plan.plan_type = 'cp'
    and case
        when coalesce(review.plan_start_date, numbered.start_date) is not null
            then plan.start_date = coalesce(review.plan_start_date, numbered.start_date)
        else review.review_date between plan.start_date and coalesce(plan.end_date, date '9999-12-31')
    end
