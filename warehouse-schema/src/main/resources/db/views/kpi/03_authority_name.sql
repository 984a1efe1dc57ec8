-- One row per authority and span of days for which it is called by one name.
create view kpi.authority_name as
select
    authority.authority_key,
    authority.authority_code,
    authority.authority_name,
    authority.comparison_region_name,
    case
        when lag(authority.valid_from) over spans is null then '-infinity'
        else authority.valid_from
    end as named_from,
    coalesce(lead(authority.valid_from) over spans, 'infinity') as named_until
from core.dim_authority as authority
window spans as (partition by authority.authority_key order by authority.valid_from);

comment on view kpi.authority_name is 'One row per authority and span of days for which it is called by one name: every day has one, the first span reaches back, each reaches to the next, the last goes on. named_until is the first day of the next.';
