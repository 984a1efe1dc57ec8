-- One row per family, or per child where no family is known, with early help open at a covered month end.
create view mart.early_help_month as
select
    authority.authority_code,
    early_help_month.period_key,
    early_help_month.case_no,
    early_help_month.children,
    early_help_month.start_date,
    early_help_month.months_open
from core.fact_early_help_month as early_help_month
join core.authority as authority on early_help_month.authority_key = authority.authority_key;

comment on view mart.early_help_month is 'One row per family, or per child where no family is known, with early help open at a covered month end. Stock: never sum over months. Names nobody.';
comment on column mart.early_help_month.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.early_help_month.period_key is 'Month, yyyymm; see mart.dim_period.';
comment on column mart.early_help_month.case_no is 'Number of the case within the month, in order of its start.';
comment on column mart.early_help_month.children is 'Number of children of the case.';
comment on column mart.early_help_month.start_date is 'Day the first of its open episodes began.';
comment on column mart.early_help_month.months_open is 'Whole calendar months since then.';
