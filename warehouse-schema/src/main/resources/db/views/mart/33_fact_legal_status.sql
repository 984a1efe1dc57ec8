-- One row per unbroken spell of one legal status within a period of care.
create view mart.fact_legal_status as
select
    authority.authority_code,
    legal_status.child_key,
    legal_status.legal_status_no,
    legal_status.care_period_no,
    legal_status.legal_status,
    legal_status.start_date,
    legal_status.end_date,
    legal_status.end_date is null as is_open,
    legal_status.days
from core.fact_legal_status as legal_status
join core.authority as authority on legal_status.authority_key = authority.authority_key;

comment on view mart.fact_legal_status is 'One row per unbroken spell of one legal status within a period of care. Pseudonymous.';
comment on column mart.fact_legal_status.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_legal_status.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_legal_status.legal_status_no is 'Number of the spell of the child, in order of start.';
comment on column mart.fact_legal_status.care_period_no is 'Number of the period of care of the child; see mart.fact_care_period.';
comment on column mart.fact_legal_status.legal_status is 'Legal status; code, see mart.dim_legal_status.';
comment on column mart.fact_legal_status.start_date is 'First day of the spell.';
comment on column mart.fact_legal_status.end_date is 'Day on which the spell ended; absent while is_open.';
comment on column mart.fact_legal_status.is_open is 'True while the spell goes on.';
comment on column mart.fact_legal_status.days is 'Calendar days the spell lasted; absent while is_open.';
