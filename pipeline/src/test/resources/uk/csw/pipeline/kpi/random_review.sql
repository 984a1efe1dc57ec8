-- The reviews of the random plans.
insert into core.fact_plan_review (authority_key, child_key, plan_no, review_date)
select
    review.authority,
    review.child,
    review.plan,
    review.day
from jsonb_to_recordset(:rows::jsonb) as review (authority integer, child bigint, plan integer, day date)
