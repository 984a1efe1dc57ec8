-- one row per looked-after child and month end to derive: the social workers it had in the twelve months to that day
create temporary table social_worker_month on commit drop as
select
    care_month.authority_key,
    care_month.period_key,
    care_month.child_key,
    count(distinct spell.worker_no)::smallint as social_workers -- distinct: a worker may come back
from care_month
join core.fact_social_worker as spell
    on spell.authority_key = care_month.authority_key
    and spell.child_key = care_month.child_key
    and spell.start_date <= care_month.month_end
    and coalesce(spell.end_date, date '9999-12-31') >= care_month.window_start
where not care_month.is_short_break
group by care_month.authority_key, care_month.period_key, care_month.child_key
