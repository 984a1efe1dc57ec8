-- one row per child and entity of which its rows in force changed
create temporary table touched_row (
    authority_key integer not null,
    child_key bigint not null,
    entity text not null,
    primary key (authority_key, child_key, entity)
) on commit drop
