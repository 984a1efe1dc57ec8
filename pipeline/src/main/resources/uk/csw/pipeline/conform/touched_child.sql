-- one row per child whose rows in force changed, so that its facts have to be derived again;
-- is_throughout: every month of it may differ, whatever its facts say
create temporary table touched_child (
    authority_key integer not null,
    child_key bigint not null,
    is_throughout boolean not null default false,
    primary key (authority_key, child_key)
) on commit drop
