-- the referral of the same return that the row belongs to, by its number or, without one, by its date
select
    checked.*,
    referred.referral_date as case_referral_date,
    referred.is_nfa as case_is_nfa,
    referred.closure_date as case_closure_date,
    referred.closure_reason as case_closure_reason,
    referred.transfer_conference_date as case_conference_date
from ${checked} as checked
left join checked_case as referred
    on referred.return_no = checked.return_no
    and referred.child_key = checked.child_key
    and referred.case_name = coalesce(checked.referral_ref, checked.referral_date::text)
