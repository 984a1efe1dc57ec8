-- the referrals of the child in the same return; unknown where the return holds none
select
    checked.*,
    case when 'referral' = any (checked.told_tables) then coalesce(referred.referrals, 0) end as referrals,
    case when 'referral' = any (checked.told_tables) then coalesce(referred.acted_on, 0) end as referrals_acted_on,
    case when 'referral' = any (checked.told_tables) then coalesce(referred.open, 0) end as open_referrals,
    core.age_on(
        case when referred.open > 0 then checked.month_end else referred.last_closure_date end - 1, checked.birth_date
    ) as age_when_last_open
from ${checked} as checked
left join (
    select
        file.return_no,
        referral.child_key,
        count(*) as referrals,
        count(*) filter (where referral.is_nfa is not true) as acted_on,
        count(*) filter (where referral.closure_date is null) as open,
        max(referral.closure_date) as last_closure_date
    from staging.referral
    inner join checked_file as file on file.file_id = referral.file_id
    where referral.file_id = any (:referral_files::integer[])
    group by file.return_no, referral.child_key
) as referred
    on referred.return_no = checked.return_no
    and referred.child_key = checked.child_key
