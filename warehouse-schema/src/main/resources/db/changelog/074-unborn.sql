--liquibase formatted sql

--changeset csw:074-age-on
-- cast, as age() of dates depends on the time zone and the function could not be put in line
create function core.age_on(day date, birth_date date) returns smallint
language sql immutable parallel safe
return case
    when birth_date > day then -1
    else extract(year from age(day::timestamp, birth_date::timestamp))
end::smallint;
comment on function core.age_on is 'Age in whole years on a day; -1 before birth.';

--changeset csw:074-derive-again
-- Unborn children were shown as under 1, and short breaks kept a case that closed after assessment from counting as not in
-- need. An authority's next delivery derives its facts from all of its deliveries, where either can have happened.
delete from staging.in_force_delivery
where
    entity in ('person', 'referral')
    and authority_key in (
        select authority_key
        from staging.in_force_person
        where expected_birth_date is not null
        union
        select care_period.authority_key
        from core.fact_care_period as care_period
        inner join core.fact_referral as referral
            on referral.authority_key = care_period.authority_key
            and referral.child_key = care_period.child_key
        where
            care_period.is_short_break
            and referral.closure_reason in ('RC8', 'RC9')
    );
