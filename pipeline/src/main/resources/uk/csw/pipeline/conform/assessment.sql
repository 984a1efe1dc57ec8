-- one row per assessment in force, with the referral it belongs to
with known as (
    select distinct on (assessment.authority_key, assessment.child_key, assessment.start_date) -- one layout may repeat another
        assessment.*
    from staging.in_force_assessment as assessment
    join touched_child
        on touched_child.authority_key = assessment.authority_key
        and touched_child.child_key = assessment.child_key
    order by
        assessment.authority_key, assessment.child_key, assessment.start_date,
        coalesce(assessment.last_mentioned, 999999) desc, assessment.period_key desc, assessment.layout
),
dated as (
    select
        assessment.*,
        coalesce(assessment.referral_date, numbered.referral_date, assessment.start_date) as link_date,
        coalesce(assessment.end_date, last_possible_day.last_day) as last_day,
        assessment.end_date is null and last_possible_day.last_day is not null as is_presumed_ended,
        coalesce(assessment.end_date < assessment.start_date, false) as is_impossible
    from known as assessment
    left join referral_base as numbered
        on numbered.authority_key = assessment.authority_key
        and numbered.child_key = assessment.child_key
        and numbered.referral_ref = assessment.referral_ref
        and numbered.last_mentioned is not distinct from assessment.last_mentioned
    left join last_possible_day
        on last_possible_day.authority_key = assessment.authority_key
        and last_possible_day.layout = assessment.layout
        and last_possible_day.period_key = assessment.last_mentioned
)
insert into core.fact_assessment (
    authority_key, child_key, assessment_no, referral_no, start_date, end_date, working_days, is_presumed_ended,
    is_impossible, age_at_start, team, assessment_type, working_days_from_referral, delivery_id, file_id, line
)
select
    dated.authority_key,
    dated.child_key,
    row_number() over (
        partition by dated.authority_key, dated.child_key
        order by dated.start_date
    ) as assessment_no,
    referral.referral_no,
    dated.start_date,
    dated.last_day as end_date,
    case
        when not dated.is_impossible and not dated.is_presumed_ended
            then last_day.working_day_number - first_day.working_day_number
    end as working_days,
    dated.is_presumed_ended,
    dated.is_impossible,
    core.age_on(dated.start_date, born.birth_date) as age_at_start,
    dated.team,
    dated.assessment_type,
    case
        when not dated.is_impossible and not dated.is_presumed_ended
            then last_day.working_day_number - referral_day.working_day_number
    end as working_days_from_referral,
    dated.delivery_id,
    dated.file_id,
    dated.line
from dated
left join lateral (
    select
        base.referral_no,
        base.referral_date
    from referral_base as base
    where base.authority_key = dated.authority_key
        and base.child_key = dated.child_key
        and base.referral_date <= dated.link_date
    order by base.referral_date desc
    limit 1
) as referral on true
left join core.dim_date as first_day on first_day.date = dated.start_date
left join core.dim_date as last_day on last_day.date = dated.end_date
left join core.dim_date as referral_day on referral_day.date = coalesce(dated.referral_date, referral.referral_date)
left join staging.described_child as born
    on born.authority_key = dated.authority_key
    and born.child_key = dated.child_key
