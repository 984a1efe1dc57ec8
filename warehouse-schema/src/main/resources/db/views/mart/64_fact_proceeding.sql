-- One row per case of care or supervision proceedings, whatever the number of children.
create view mart.fact_proceeding as
select
    authority.authority_code,
    proceeding.case_no,
    proceeding.children,
    proceeding.application_date,
    proceeding.final_order_date,
    proceeding.days,
    proceeding.is_impossible
from core.fact_proceeding as proceeding
join core.authority as authority on proceeding.authority_key = authority.authority_key;

comment on view mart.fact_proceeding is 'One row per case of care or supervision proceedings, whatever the number of children. Names nobody.';
comment on column mart.fact_proceeding.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_proceeding.case_no is 'Number of the case within the authority, in order of date.';
comment on column mart.fact_proceeding.children is 'Number of children in the case.';
comment on column mart.fact_proceeding.application_date is 'Day of the first application to the court.';
comment on column mart.fact_proceeding.final_order_date is 'Day of the last final order; absent while any child of the case has none.';
comment on column mart.fact_proceeding.days is 'Days from the application to the final order; absent while open or impossible.';
comment on column mart.fact_proceeding.is_impossible is 'True when the order lies before the application: the record is kept, but no figure counts on it.';
