-- one row per section 47 enquiry in force, and per conference of a child who moved in on a plan
with known as (
    select distinct on (enquiry.authority_key, enquiry.child_key, enquiry.start_date) -- one layout may repeat another
        enquiry.*
    from staging.in_force_enquiry as enquiry
    join touched_child
        on touched_child.authority_key = enquiry.authority_key
        and touched_child.child_key = enquiry.child_key
    order by
        enquiry.authority_key, enquiry.child_key, enquiry.start_date,
        coalesce(enquiry.last_mentioned, 999999) desc, enquiry.period_key desc, enquiry.layout
),
dated as (
    select
        enquiry.authority_key,
        enquiry.child_key,
        enquiry.start_date,
        enquiry.conference_date,
        not coalesce(enquiry.is_conference_not_required, false) as is_conference_required,
        false as is_transfer_in,
        coalesce(enquiry.conference_date < enquiry.start_date, false) as is_impossible,
        coalesce(enquiry.referral_date, numbered.referral_date, enquiry.start_date) as link_date,
        enquiry.delivery_id,
        enquiry.file_id,
        enquiry.line
    from known as enquiry
    left join referral_base as numbered
        on numbered.authority_key = enquiry.authority_key
        and numbered.child_key = enquiry.child_key
        and numbered.referral_ref = enquiry.referral_ref
        and numbered.last_mentioned is not distinct from enquiry.last_mentioned
    union all
    select
        authority_key,
        child_key,
        null as start_date,
        transfer_conference_date as conference_date,
        true as is_conference_required,
        true as is_transfer_in,
        false as is_impossible,
        referral_date as link_date,
        delivery_id,
        file_id,
        line
    from referral_base
    where transfer_conference_date is not null
),
one_conference as (
    select
        dated.*,
        -- one conference counts once, with the enquiry nearest before it
        conference_date is not null and not is_impossible and row_number() over (
            partition by authority_key, child_key, conference_date, is_impossible
            order by is_transfer_in, start_date desc, link_date desc
        ) = 1 as is_conference
    from dated
)
insert into core.fact_enquiry (
    authority_key, child_key, enquiry_no, referral_no, start_date, conference_date, is_conference,
    is_conference_required, is_transfer_in, working_days_to_conference, is_impossible, age_at_start,
    delivery_id, file_id, line
)
select
    enquiry.authority_key,
    enquiry.child_key,
    row_number() over (
        partition by enquiry.authority_key, enquiry.child_key
        order by
            coalesce(enquiry.start_date, enquiry.conference_date), enquiry.is_transfer_in, enquiry.link_date
    ) as enquiry_no,
    referral.referral_no,
    enquiry.start_date,
    enquiry.conference_date,
    enquiry.is_conference,
    enquiry.is_conference_required,
    enquiry.is_transfer_in,
    case
        when enquiry.is_conference then conference_day.working_day_number - first_day.working_day_number
    end as working_days_to_conference,
    enquiry.is_impossible,
    core.age_on(coalesce(enquiry.start_date, enquiry.conference_date), born.birth_date) as age_at_start,
    enquiry.delivery_id,
    enquiry.file_id,
    enquiry.line
from one_conference as enquiry
left join lateral (
    select base.referral_no
    from referral_base as base
    where base.authority_key = enquiry.authority_key
        and base.child_key = enquiry.child_key
        and base.referral_date <= enquiry.link_date
    order by base.referral_date desc
    limit 1
) as referral on true
left join core.dim_date as first_day on first_day.date = enquiry.start_date
left join core.dim_date as conference_day on conference_day.date = enquiry.conference_date
left join staging.described_child as born
    on born.authority_key = enquiry.authority_key
    and born.child_key = enquiry.child_key
