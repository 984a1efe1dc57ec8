-- The monthly position of the random cases and plans, beside that of care where the child was in care.
insert into core.fact_child_month (
    authority_key, period_key, child_key, sex, ethnicity, is_looked_after, is_short_break, is_asylum_seeker,
    is_looked_after_30m, is_placement_24m, is_in_need, is_on_cin_plan, is_on_protection_plan, is_protection_plan_2y,
    is_review_due, is_review_on_time
)
select
    position.authority,
    position.period,
    position.child,
    'not known',
    'not known',
    false,
    false,
    false,
    false,
    false,
    position.is_in_need,
    position.is_on_cin_plan,
    position.is_on_protection_plan,
    position.is_protection_plan_2y,
    position.is_review_due,
    position.is_review_on_time
from jsonb_to_recordset(:rows::jsonb) as position (
    authority integer,
    period integer,
    child bigint,
    is_in_need boolean,
    is_on_cin_plan boolean,
    is_on_protection_plan boolean,
    is_protection_plan_2y boolean,
    is_review_due boolean,
    is_review_on_time boolean
)
on conflict (authority_key, period_key, child_key) do update set
    is_in_need = excluded.is_in_need,
    is_on_cin_plan = excluded.is_on_cin_plan,
    is_on_protection_plan = excluded.is_on_protection_plan,
    is_protection_plan_2y = excluded.is_protection_plan_2y,
    is_review_due = excluded.is_review_due,
    is_review_on_time = excluded.is_review_on_time
