--liquibase formatted sql

-- What the looked-after return holds beside episodes: reviews, health, missing, social workers, adoption; and the
-- columns of the monthly export that the returns lack.

--changeset csw:045-staging-more
alter table staging.care_episode
    add column distance_miles numeric,
    add column is_outside_authority boolean;
alter table staging.in_force_care_episode
    add column distance_miles numeric,
    add column is_outside_authority boolean;
alter table staging.assessment add column assessment_type text;
alter table staging.in_force_assessment add column assessment_type text;
create index in_force_care_episode_distance on staging.in_force_care_episode (authority_key, layout)
    where distance_miles is not null;
create index in_force_care_episode_area on staging.in_force_care_episode (authority_key, layout)
    where is_outside_authority is not null;

--changeset csw:045-core-more
alter table core.fact_care_episode
    add column distance_miles numeric,
    add column is_outside_authority boolean;
alter table core.fact_assessment
    add column assessment_type text,
    add column working_days_from_referral integer;
alter table core.fact_care_leaver add column is_foster_leaver_at_18 boolean not null default false;
alter table core.fact_child_month
    add column is_looked_after_12m boolean not null default false,
    add column distance_miles numeric,
    add column is_outside_authority boolean,
    add column is_health_assessed boolean not null default false,
    add column is_dental_checked boolean not null default false,
    add column is_immunised boolean not null default false,
    add column sdq_score smallint,
    add column is_care_review_due boolean not null default false,
    add column is_care_review_on_time boolean not null default false,
    add column social_workers_12m smallint;

--changeset csw:045-core-care-facts
create table core.fact_care_health (
    authority_key integer not null,
    child_key bigint not null,
    financial_year_end integer not null,
    is_health_assessed boolean not null,
    is_dental_checked boolean not null,
    is_immunised boolean not null,
    is_development_checked boolean not null,
    sdq_score smallint,
    sdq_reason text,
    is_convicted boolean not null,
    is_substance_misuse boolean not null,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, financial_year_end)
);
comment on table core.fact_care_health is 'One row per looked-after child and financial year that the health table of the return mentions; what was left blank counts as not done.';
create table core.fact_care_review (
    authority_key integer not null,
    child_key bigint not null,
    review_date date not null,
    care_period_no integer,
    participation text,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, review_date)
);
comment on table core.fact_care_review is 'One row per review of a looked-after child, with the period of care it falls in.';
create table core.fact_missing (
    authority_key integer not null,
    child_key bigint not null,
    missing_no integer not null,
    missing_kind text,
    start_date date not null,
    end_date date,
    is_presumed_ended boolean not null,
    is_impossible boolean not null,
    days integer,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, missing_no)
);
comment on table core.fact_missing is 'One row per time a looked-after child was missing, or away without authorisation.';
create table core.fact_care_span (
    authority_key integer not null,
    child_key bigint not null,
    span_no integer not null,
    is_looked_after boolean not null,
    is_missing boolean not null,
    is_away boolean not null,
    start_date date not null,
    end_date date,
    previous_end_date date,
    primary key (authority_key, child_key, span_no)
);
comment on table core.fact_care_span is 'One row per span of days in which a child was looked after, or was missing or away while looked after; previous_end_date is the last day of any earlier span of that kind.';
create table core.fact_social_worker (
    authority_key integer not null,
    child_key bigint not null,
    spell_no integer not null,
    worker_no integer,
    start_date date not null,
    end_date date,
    is_presumed_ended boolean not null,
    change_reason text,
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    primary key (authority_key, child_key, spell_no)
);
comment on table core.fact_social_worker is 'One row per spell of one social worker being responsible for a looked-after child; worker_no tells the child''s workers apart without saying who they are.';
create table core.fact_adoption (
    authority_key integer not null,
    child_key bigint not null,
    care_period_no integer not null,
    adoption_date date not null,
    care_start_date date not null,
    decision_date date,
    placement_order_date date,
    match_date date,
    placed_date date,
    is_placed_12m boolean not null,
    days_to_placement integer,
    days_to_match integer,
    age_at_adoption smallint,
    foster_carer_adopts boolean,
    adopter_count smallint,
    primary key (authority_key, child_key, care_period_no)
);
comment on table core.fact_adoption is 'One row per period of care that ended in adoption, with the steps on the way.';

--changeset csw:045-derive-again
-- The facts above are derived from rows delivered long ago: each authority's next delivery derives all of its facts.
delete from staging.in_force_delivery;
