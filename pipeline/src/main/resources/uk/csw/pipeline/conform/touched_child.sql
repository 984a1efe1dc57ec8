-- one row per child whose rows in force changed, so that its facts have to be derived again
create temporary table touched_child (
    authority_key integer not null,
    child_key bigint not null,
    primary key (authority_key, child_key)
) on commit drop
