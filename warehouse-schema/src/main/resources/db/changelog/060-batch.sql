--liquibase formatted sql

-- The tables in which Spring Batch 6.0 keeps what ran (table prefix ops.BATCH_). Names, columns and sequences are those
-- of its own schema-postgresql.sql; the indexes on foreign keys are added, as every look at a run goes through them.

--changeset csw:060-batch
create table ops.batch_job_instance (
    job_instance_id bigint primary key,
    version bigint,
    job_name varchar(100) not null,
    job_key varchar(32) not null,
    constraint job_inst_un unique (job_name, job_key)
);
create table ops.batch_job_execution (
    job_execution_id bigint primary key,
    version bigint,
    job_instance_id bigint not null references ops.batch_job_instance,
    create_time timestamp not null,
    start_time timestamp,
    end_time timestamp,
    status varchar(10),
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp
);
create index batch_job_execution_instance on ops.batch_job_execution (job_instance_id);
create table ops.batch_job_execution_params (
    job_execution_id bigint not null references ops.batch_job_execution,
    parameter_name varchar(100) not null,
    parameter_type varchar(100) not null,
    parameter_value varchar(2500),
    identifying char(1) not null
);
create index batch_job_execution_params_execution on ops.batch_job_execution_params (job_execution_id);
create table ops.batch_step_execution (
    step_execution_id bigint primary key,
    version bigint not null,
    step_name varchar(100) not null,
    job_execution_id bigint not null references ops.batch_job_execution,
    create_time timestamp not null,
    start_time timestamp,
    end_time timestamp,
    status varchar(10),
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp
);
create index batch_step_execution_job on ops.batch_step_execution (job_execution_id, step_name);
create table ops.batch_step_execution_context (
    step_execution_id bigint primary key references ops.batch_step_execution,
    short_context varchar(2500) not null,
    serialized_context text
);
create table ops.batch_job_execution_context (
    job_execution_id bigint primary key references ops.batch_job_execution,
    short_context varchar(2500) not null,
    serialized_context text
);
create sequence ops.batch_step_execution_seq;
create sequence ops.batch_job_execution_seq;
create sequence ops.batch_job_instance_seq;
