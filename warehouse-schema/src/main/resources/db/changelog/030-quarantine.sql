--liquibase formatted sql

--changeset csw:030-quarantine
create table quarantine.row (
    delivery_id bigint not null,
    file_id bigint not null,
    line bigint not null,
    layout text not null,
    raw_text text not null,
    quarantined_at timestamptz not null default now()
);
create index row_delivery on quarantine.row (delivery_id, file_id, line);
comment on table quarantine.row is 'One row per delivered row that could not be loaded, kept whole as it stood in the file.';

create table quarantine.finding (
    delivery_id bigint not null,
    file_id bigint,
    line bigint,
    rule_code text not null,
    column_name text,
    found text,
    expected text
);
create index finding_delivery on quarantine.finding (delivery_id, file_id, line);
comment on table quarantine.finding is 'One row per thing wrong with one row, file or group of rows; file_id and line are absent where it concerns the delivery as a whole.';
