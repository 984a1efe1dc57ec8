-- one row per return and referral, by its number and by its date
create temporary table checked_case as
select distinct on (file.return_no, referral.child_key, named.case_name)
    file.return_no,
    referral.child_key,
    named.case_name,
    referral.referral_date,
    referral.is_nfa,
    referral.closure_date,
    referral.closure_reason,
    referral.transfer_conference_date
from staging.referral
inner join checked_file as file on file.file_id = referral.file_id
cross join lateral (
    values
    (referral.referral_ref),
    (referral.referral_date::text)
) as named (case_name)
where
    referral.file_id = any (:referral_files::integer[])
    and named.case_name is not null
order by file.return_no, referral.child_key, named.case_name, referral.line
