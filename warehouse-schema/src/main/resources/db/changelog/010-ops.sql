--liquibase formatted sql

--changeset csw:010-ops-installation
create table ops.installation (
    singleton boolean primary key default true check (singleton),
    pseudonym_key bytea not null,
    created_at timestamptz not null default now()
);
comment on table ops.installation is 'One row: the secret from which child keys are derived. Readable by the loading role alone.';
insert into ops.installation (pseudonym_key)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

--changeset csw:010-ops-delivery
create table ops.delivery (
    delivery_id bigint generated always as identity primary key,
    authority_code text not null,
    authority_key integer not null,
    period_key integer not null,
    sha256 text not null,
    state text not null check (state in ('registered', 'landed', 'refused')),
    night_id text,
    file_count integer not null,
    bytes bigint not null,
    received_at timestamptz not null,
    registered_at timestamptz not null,
    loaded_at timestamptz
);
create index delivery_slice on ops.delivery (authority_key, period_key, delivery_id);
create index delivery_night on ops.delivery (night_id);
comment on table ops.delivery is 'One row per delivery: the files one authority sent for one period. A later delivery_id for the same authority and period supersedes an earlier one.';

--changeset csw:010-ops-delivery-file
create table ops.delivery_file (
    file_id bigint generated always as identity primary key,
    delivery_id bigint not null references ops.delivery,
    file_name text not null,
    bytes bigint not null,
    sha256 text not null,
    source text,
    layout text,
    entity text,
    state text not null check (state in ('registered', 'landed', 'refused', 'ignored')),
    is_held boolean not null default false,
    rows_read bigint not null default 0,
    rows_staged bigint not null default 0,
    rows_quarantined bigint not null default 0,
    loaded_at timestamptz,
    unique (delivery_id, file_name)
);
create index delivery_file_layout on ops.delivery_file (layout, delivery_id);
comment on table ops.delivery_file is 'One row per file of a delivery: which layout it was recognised as, and what became of its rows.';

--changeset csw:010-ops-file-part
create table ops.file_part (
    file_id bigint not null references ops.delivery_file,
    part_no integer not null,
    byte_from bigint not null,
    byte_to bigint not null,
    first_line bigint not null,
    checksum bigint not null,
    rows_read bigint,
    rows_staged bigint,
    rows_quarantined bigint,
    landed_at timestamptz,
    primary key (file_id, part_no)
);
comment on table ops.file_part is 'One row per part of a file: a byte range of whole records, the unit of landing. checksum (CRC-32C) tells landing that they are still the same bytes; landed_at is set in the transaction that stages its rows.';

--changeset csw:010-ops-guard-decision
create table ops.guard_decision (
    delivery_id bigint not null references ops.delivery,
    layout text not null,
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    primary key (delivery_id, layout)
);
comment on table ops.guard_decision is 'A person said that a file held back by the truncated-file guard is right.';

--changeset csw:010-ops-rule
create table ops.rule (
    rule_code text primary key,
    severity text not null check (severity in ('error', 'warning', 'note')),
    title text not null,
    advice text not null
);
comment on table ops.rule is 'One row per rule that a finding can name. error: the row (or file) cannot be loaded; warning: loaded, but look at it; note: for information.';

--changeset csw:010-ops-release
create table ops.release (
    release_id bigint generated always as identity primary key,
    night_id text not null unique,
    state text not null check (state in ('candidate', 'refused', 'published')),
    created_at timestamptz not null,
    published_at timestamptz,
    gate_report text
);
create table ops.current_release (
    singleton boolean primary key default true check (singleton),
    release_id bigint not null
);
insert into ops.current_release (release_id) values (0);
comment on table ops.release is 'One row per release. A new one supersedes, never edits, the one before.';
comment on table ops.current_release is 'One row: the release that the mart views show; 0 before the first.';

--changeset csw:010-ops-reference-state
create table ops.reference_state (
    singleton boolean primary key default true check (singleton),
    fingerprint text not null,
    installed_at timestamptz
);
insert into ops.reference_state (fingerprint) values ('');
comment on table ops.reference_state is 'One row: which edition of the reference data the dimensions hold; locked while they are replaced.';
