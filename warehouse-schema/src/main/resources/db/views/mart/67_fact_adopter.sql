-- One row per household approved to adopt.
create view mart.fact_adopter as
select
    authority.authority_code,
    adopter.adopter_no,
    adopter.approval_date,
    adopter.is_own_agency
from core.fact_adopter as adopter
join core.authority as authority on adopter.authority_key = authority.authority_key;

comment on view mart.fact_adopter is 'One row per household approved to adopt. Names nobody.';
comment on column mart.fact_adopter.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_adopter.adopter_no is 'Number of the household within the authority, in order of approval.';
comment on column mart.fact_adopter.approval_date is 'Day it was approved.';
comment on column mart.fact_adopter.is_own_agency is 'True when the authority itself, or its regional agency, approved it.';
