-- one row per case: from the first application to the last final order of its children
with whole_case as (
    select
        authority_key,
        case_ref,
        count(distinct child_key)::integer as children,
        min(application_date) as application_date,
        case when bool_and(final_order_date is not null) then max(final_order_date) end as final_order_date
    from staging.in_force_proceeding
    where authority_key = any (:authorities)
    group by authority_key, case_ref
)
insert into core.fact_proceeding (
    authority_key, case_no, children, application_date, final_order_date, days, is_impossible
)
select
    authority_key,
    row_number() over (partition by authority_key order by application_date, case_ref) as case_no,
    children,
    application_date,
    final_order_date,
    case when final_order_date >= application_date then final_order_date - application_date end as days,
    coalesce(final_order_date < application_date, false) as is_impossible
from whole_case
