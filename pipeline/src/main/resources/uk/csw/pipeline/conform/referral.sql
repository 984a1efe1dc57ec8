-- one row per referral, with what followed it
with assessed as (
    select distinct authority_key, child_key, referral_no -- several assessments of one referral
    from core.fact_assessment
    join touched_child using (authority_key, child_key)
),
enquired as (
    select distinct authority_key, child_key, referral_no
    from core.fact_enquiry
    join touched_child using (authority_key, child_key)
),
protected as (
    select distinct authority_key, child_key, referral_no
    from core.fact_plan
    join touched_child using (authority_key, child_key)
    where plan_type = 'cp'
),
looked_after as (
    select distinct base.authority_key, base.child_key, base.referral_no
    from referral_base as base
    join core.fact_care_period as care_period
        on care_period.authority_key = base.authority_key
        and care_period.child_key = base.child_key
        and not care_period.is_short_break
        and care_period.start_date <= coalesce(base.closure_date, date '9999-12-31')
        and coalesce(care_period.end_date, date '9999-12-31') >= base.referral_date
)
insert into core.fact_referral (
    authority_key, child_key, referral_no, referral_date, referral_source, need, is_nfa, closure_date, closure_reason,
    is_presumed_closed, is_impossible, previous_referral_date, is_rereferral_12m, has_assessment, has_enquiry,
    has_protection_plan, was_looked_after, is_not_in_need, days_open, age_at_referral, team, delivery_id, file_id, line
)
select
    base.authority_key,
    base.child_key,
    base.referral_no,
    base.referral_date,
    base.referral_source,
    base.need,
    base.is_nfa,
    base.closure_date,
    base.closure_reason,
    base.is_presumed_closed,
    base.is_impossible,
    base.previous_referral_date,
    coalesce(base.previous_referral_date >= base.referral_date - interval '12 months', false) as is_rereferral_12m,
    assessed.referral_no is not null as has_assessment,
    enquired.referral_no is not null as has_enquiry,
    protected.referral_no is not null as has_protection_plan,
    looked_after.referral_no is not null as was_looked_after,
    assessed.referral_no is not null
        and enquired.referral_no is null
        and protected.referral_no is null
        and looked_after.referral_no is null
        and not base.is_impossible
        and coalesce(base.closure_reason in ('RC8', 'RC9'), false) as is_not_in_need,
    case when not base.is_impossible then base.closure_date - base.referral_date end as days_open,
    core.age_on(base.referral_date, born.birth_date) as age_at_referral,
    base.team,
    base.delivery_id,
    base.file_id,
    base.line
from referral_base as base
left join assessed using (authority_key, child_key, referral_no)
left join enquired using (authority_key, child_key, referral_no)
left join protected using (authority_key, child_key, referral_no)
left join looked_after using (authority_key, child_key, referral_no)
left join staging.described_child as born
    on born.authority_key = base.authority_key
    and born.child_key = base.child_key
