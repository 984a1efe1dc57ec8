-- The authority to show: the one asked for, or else the one with most figures at the newest period.
select
    authority_code,
    authority_name,
    period_key
from mart.scorecard
where (:authority::text is null or authority_code = :authority)
    and (:period::integer is null or period_key = :period)
group by
    authority_code,
    authority_name,
    period_key
order by
    period_key desc,
    count(value) desc,
    authority_code
limit 1
