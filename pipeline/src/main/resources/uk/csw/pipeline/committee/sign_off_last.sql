-- The last time that a period was signed off.
select
    signed_off_by,
    signed_off_at,
    reopened_by,
    reopened_at,
    reopen_reason
from kpi.sign_off
where
    authority_key = :authority
    and period_key = :period
order by sign_off_id desc
limit 1
