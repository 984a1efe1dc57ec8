-- One row per child in need plan or child protection plan.
create view mart.fact_plan as
select
    authority.authority_code,
    plan.child_key,
    plan.plan_no,
    plan.referral_no,
    plan.plan_type,
    plan.start_date,
    plan.end_date,
    plan.end_date is null as is_open,
    plan.is_presumed_ended,
    plan.is_impossible,
    plan.is_other_authority,
    case
        when plan.plan_type = 'cp' then coalesce(plan.initial_category, 'not_recorded')
        else 'not_applicable'
    end as initial_category,
    case
        when plan.plan_type = 'cp' then coalesce(plan.latest_category, 'not_recorded')
        else 'not_applicable'
    end as latest_category,
    plan.previous_plans,
    plan.is_repeat_ever,
    plan.is_repeat_24m,
    plan.days,
    plan.age_at_start,
    plan.delivery_id
from core.fact_plan as plan
join core.authority as authority on plan.authority_key = authority.authority_key;

comment on view mart.fact_plan is 'One row per child in need plan or child protection plan. Pseudonymous.';
comment on column mart.fact_plan.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_plan.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_plan.plan_no is 'Number of the plan of the child, in order of start.';
comment on column mart.fact_plan.referral_no is 'Number of the referral it followed, in mart.fact_referral; absent when no referral covers its date.';
comment on column mart.fact_plan.plan_type is 'cin: child in need plan; cp: child protection plan.';
comment on column mart.fact_plan.start_date is 'First day of the plan.';
comment on column mart.fact_plan.end_date is 'Last day of the plan; absent while is_open.';
comment on column mart.fact_plan.is_open is 'True while the plan goes on.';
comment on column mart.fact_plan.is_presumed_ended is 'True when the end is presumed, because later files no longer mention the plan.';
comment on column mart.fact_plan.is_impossible is 'True when the end lies before the start: the record is kept, but no figure counts on it.';
comment on column mart.fact_plan.is_other_authority is 'True for a temporary plan held for another authority, which figures leave out.';
comment on column mart.fact_plan.initial_category is 'Category of abuse when the plan began; code, see mart.dim_abuse_category; not_applicable for child in need plans.';
comment on column mart.fact_plan.latest_category is 'Category of abuse now, or when the plan ended; code, see mart.dim_abuse_category; not_applicable for child in need plans.';
comment on column mart.fact_plan.previous_plans is 'Earlier child protection plans as the file counts them; absent when left blank and for child in need plans.';
comment on column mart.fact_plan.is_repeat_ever is 'True when the child had had an earlier plan, however long before.';
comment on column mart.fact_plan.is_repeat_24m is 'True when an earlier plan had ended within the 24 months before.';
comment on column mart.fact_plan.days is 'Calendar days, the first and the last counted; absent while is_open.';
comment on column mart.fact_plan.age_at_start is 'Age in whole years on the first day; absent when the date of birth is not known.';
comment on column mart.fact_plan.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
