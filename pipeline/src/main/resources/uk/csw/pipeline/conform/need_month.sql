-- one row per child and month end to derive with an open case that is not 'no further action'
create temporary table need_month on commit drop as
select distinct on (month.authority_key, month.period_key, referral.child_key) -- two open cases: the newer counts
    month.authority_key,
    month.period_key,
    referral.child_key,
    referral.need
from referral_open as month
join core.fact_referral as referral
    on referral.authority_key = month.authority_key
    and referral.child_key = month.child_key
    and referral.referral_no = month.referral_no
where not referral.is_nfa
    and not referral.is_impossible
order by
    month.authority_key, month.period_key, referral.child_key, referral.referral_date desc
