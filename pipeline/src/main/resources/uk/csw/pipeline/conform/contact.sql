-- one row per contact, with whether a referral of the same child followed within three working days
with known as (
    -- one layout may repeat another
    select distinct on (contact.authority_key, contact.child_key, contact.contact_date, contact.contact_source)
        contact.*
    from staging.in_force_contact as contact
    join touched_child
        on touched_child.authority_key = contact.authority_key
        and touched_child.child_key = contact.child_key
    order by
        contact.authority_key, contact.child_key, contact.contact_date, contact.contact_source,
        coalesce(contact.last_mentioned, 999999) desc, contact.period_key desc, contact.layout
)
insert into core.fact_contact (
    authority_key, child_key, contact_no, contact_date, contact_source, is_referred_3wd, age_at_contact,
    delivery_id, file_id, line
)
select
    contact.authority_key,
    contact.child_key,
    row_number() over (
        partition by contact.authority_key, contact.child_key
        order by contact.contact_date, contact.contact_source
    ) as contact_no,
    contact.contact_date,
    contact.contact_source,
    exists (
        select 1
        from core.fact_referral as referral
        join core.dim_date as referred on referred.date = referral.referral_date
        where referral.authority_key = contact.authority_key
            and referral.child_key = contact.child_key
            and referral.referral_date >= contact.contact_date
            and referred.working_day_number - received.working_day_number <= 3
    ) as is_referred_3wd,
    core.age_on(contact.contact_date, born.birth_date) as age_at_contact,
    contact.delivery_id,
    contact.file_id,
    contact.line
from known as contact
left join core.dim_date as received on received.date = contact.contact_date
left join staging.described_child as born
    on born.authority_key = contact.authority_key
    and born.child_key = contact.child_key
