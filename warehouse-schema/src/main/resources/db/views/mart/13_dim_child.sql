-- One row per child and span of attributes; pseudonymous.
create view mart.dim_child as
select
    authority.authority_code,
    child.child_key,
    child.valid_from,
    child.valid_to,
    child.is_current,
    child.birth_month,
    coalesce(nullif(child.sex, 'not known'), 'not_recorded') as sex,
    coalesce(nullif(child.ethnicity, 'not known'), 'not_recorded') as ethnicity
from core.dim_child as child
join core.authority as authority on child.authority_key = authority.authority_key;

comment on view mart.dim_child is 'One row per child and span of attributes; pseudonymous: no name, no identifier, birth month only.';
comment on column mart.dim_child.authority_code is 'Authority whose records these are.';
comment on column mart.dim_child.child_key is 'Pseudonym of the child within the authority; cannot be turned back into an identifier.';
comment on column mart.dim_child.valid_from is 'First day of the span.';
comment on column mart.dim_child.valid_to is 'Last day of the span; 9999-12-31 while it stands.';
comment on column mart.dim_child.is_current is 'True on the newest span: exactly one row per child.';
comment on column mart.dim_child.birth_month is 'First day of the month of birth; absent when the date of birth was not recorded.';
comment on column mart.dim_child.sex is 'Code; see mart.dim_sex; not_recorded when not known.';
comment on column mart.dim_child.ethnicity is 'Code; see mart.dim_ethnicity; not_recorded when not known.';
