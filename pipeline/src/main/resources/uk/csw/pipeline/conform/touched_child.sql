-- the children for whom a table is derived again; filled for one table after the other
create temporary table touched_child (
    authority_key integer not null,
    child_key bigint not null,
    primary key (authority_key, child_key)
) on commit drop
