--liquibase formatted sql

-- Made narrower by 029, which says what a staging table has to look like.
-- A row is written once, by the landing of its file part, and never changed.
-- staging.in_force_<entity> holds, per natural key, the row of the newest delivery that still stands.

--changeset csw:020-staging-looked-after
create table staging.person (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    sex text,
    birth_date date,
    ethnicity text,
    upn text,
    is_mother boolean,
    first_child_birth_date date
);
create table staging.care_episode (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    start_date date not null,
    new_episode_reason text not null,
    legal_status text not null,
    need text,
    placement_type text not null,
    placement_provider text,
    end_date date,
    end_reason text,
    place_change_reason text,
    home_postcode text,
    placement_postcode text,
    urn text
);
create table staging.care_review (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    birth_date date,
    review_date date not null,
    participation text
);
create table staging.asylum_seeker (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    sex text,
    birth_date date,
    ceased_date date
);
create table staging.care_health (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    birth_date date,
    sdq_score integer,
    sdq_reason text,
    convicted boolean,
    health_check boolean,
    immunisations boolean,
    dental_check boolean,
    health_assessment boolean,
    substance_misuse boolean,
    intervention_received boolean,
    intervention_offered boolean
);
create table staging.care_leaver (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    birth_date date not null,
    in_touch text not null,
    activity text,
    accommodation text
);
create table staging.adoption (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    birth_date date,
    decision_date date,
    match_date date,
    foster_carer_adopts boolean,
    adopter_count integer,
    adopter_sex text,
    adopter_legal_status text
);
create table staging.adoption_placement (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    birth_date date,
    placed_date date not null,
    ceased_date date,
    ceased_reason text
);
create table staging.previous_permanence (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    birth_date date,
    previous_permanence text,
    permanence_authority text,
    order_date date
);
create table staging.missing_episode (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    birth_date date,
    missing_kind text,
    start_date date not null,
    end_date date
);
create table staging.social_worker_spell (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    birth_date date,
    worker_id text,
    start_date date not null,
    end_date date,
    change_reason text
);
create table staging.deprivation_of_liberty (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    authority_key integer not null,
    period_key integer not null,
    child_key bigint not null,
    child_id text not null,
    row_hash bigint not null,
    birth_date date,
    start_date date not null,
    end_date date
);

--changeset csw:020-staging-in-force splitStatements:false
do $$
declare
    entity text;
begin
    foreach entity in array array[
        'person', 'care_episode', 'care_review', 'asylum_seeker', 'care_health', 'care_leaver', 'adoption',
        'adoption_placement', 'previous_permanence', 'missing_episode', 'social_worker_spell',
        'deprivation_of_liberty']
    loop
        -- Rows of one delivery lie together, so a block-range index finds them at almost no cost to COPY.
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

--changeset csw:020-staging-in-force-delivery
create table staging.in_force_delivery (
    authority_key integer not null,
    layout text not null,
    entity text not null,
    coverage_from integer not null,
    period_key integer not null,
    delivery_id bigint not null,
    primary key (authority_key, layout, period_key)
);
comment on table staging.in_force_delivery is 'One row per authority, layout and period: the delivery whose rows stand, as last conformed. coverage_from is the month index from which it is complete.';
