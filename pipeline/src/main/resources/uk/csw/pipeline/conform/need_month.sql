-- one row per child and month end to derive with an open case that is not 'no further action'
create temporary table need_month on commit drop as
select distinct on (month.authority_key, month.period_key, referral.child_key) -- two open cases: the newer counts
    month.authority_key,
    month.period_key,
    referral.child_key,
    referral.need
from core.fact_referral as referral
left join touched_child using (authority_key, child_key)
join month_to_derive as month
    on month.authority_key = referral.authority_key
    and month.is_touched = (touched_child.child_key is not null)
    and month.entity = 'referral'
    and referral.referral_date <= month.month_end
    and coalesce(referral.closure_date, date '9999-12-31') > month.month_end
where referral.authority_key = any (:authorities)
    and not referral.is_nfa
    and not referral.is_impossible
order by
    month.authority_key, month.period_key, referral.child_key, referral.referral_date desc
