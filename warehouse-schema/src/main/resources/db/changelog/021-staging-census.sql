--liquibase formatted sql

-- From referral to plan, in the shape of the children in need census; made narrower by 029.

--changeset csw:021-staging-person-more
alter table staging.person
    add column expected_birth_date date,
    add column death_date date,
    add column upn_unknown text;
alter table staging.in_force_person
    add column expected_birth_date date,
    add column death_date date,
    add column upn_unknown text;

--changeset csw:021-staging-census
create table staging.person_ethnicity (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    ethnicity text
);
create table staging.disability (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    disability text not null
);
create table staging.referral (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    referral_ref text,
    referral_date date not null,
    referral_source text,
    need text,
    is_nfa boolean,
    closure_date date,
    closure_reason text,
    transfer_conference_date date,
    team text
);
create table staging.assessment (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    referral_ref text,
    referral_date date,
    assessment_ref text,
    start_date date not null,
    review_date date,
    end_date date,
    factors text,
    team text
);
create table staging.assessment_factor (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    referral_ref text,
    referral_date date,
    assessment_ref text,
    assessment_start_date date,
    factor text not null
);
create table staging.enquiry (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    referral_ref text,
    referral_date date,
    start_date date not null,
    conference_target_date date,
    conference_date date,
    is_conference_not_required boolean
);
create table staging.plan (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    referral_ref text,
    referral_date date,
    plan_ref text,
    plan_type text not null,
    start_date date not null,
    end_date date,
    initial_category text,
    latest_category text,
    previous_plans integer,
    is_other_authority boolean
);
create table staging.plan_review (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    referral_ref text,
    referral_date date,
    plan_ref text,
    plan_start_date date,
    review_date date not null
);
create table staging.indicator (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint,
    child_id text,
    row_hash bigint not null,
    indicator_period date not null,
    basis text not null,
    kpi_code text not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    coverage_percent numeric
);

--changeset csw:021-staging-census-in-force splitStatements:false
do $$
declare
    entity text;
begin
    foreach entity in array array[
        'person_ethnicity', 'disability', 'referral', 'assessment', 'assessment_factor', 'enquiry', 'plan',
        'plan_review', 'indicator']
    loop
        execute format('create index %1$s_delivery on staging.%1$I using brin (delivery_id) with (pages_per_range = 16)', entity);
        execute format('create table staging.in_force_%1$s (like staging.%1$I including all, layout text not null, last_mentioned integer)', entity);
        execute format('create index in_force_%1$s_slice on staging.in_force_%1$I (authority_key, child_key)', entity);
        execute format('comment on table staging.%1$I is %2$L', entity,
            'One row per accepted row of a delivered file, typed and decoded, as it was delivered.');
        execute format('comment on table staging.in_force_%1$s is %2$L', entity,
            'One row per natural key: its content in the newest delivery in force that holds it, unless withdrawn. The opening columns say which delivery first brought that content; last_mentioned is the period of the last delivery that held it, absent while the newest does.');
    end loop;
end
$$;

--changeset csw:021-staging-described-child
create table staging.described_child (
    authority_key integer not null,
    child_key bigint not null,
    birth_date date,
    sex text,
    ethnicity text,
    primary key (authority_key, child_key)
);
comment on table staging.described_child is 'One row per child: date of birth (or expected date), sex and ethnicity as the newest rows in force tell them. Facts take ages from it.';
