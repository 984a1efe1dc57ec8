-- Every sign-off, newest first.
select
    authority_code,
    period_key,
    to_char(signed_off_at at time zone 'Europe/London', 'YYYY-MM-DD') as signed_off_on,
    signed_off_by,
    note,
    figures_held,
    coalesce(to_char(reopened_at at time zone 'Europe/London', 'YYYY-MM-DD'), '') as reopened_on,
    case when is_in_force then '' else reopened_by end as reopened_by,
    case when is_in_force then '' else reopen_reason end as reopen_reason
from mart.sign_off
order by
    signed_off_at desc,
    authority_code,
    period_key
