-- whether a conference on the child was on the day the plan began; unknown where the return could not tell of one
select
    checked.*,
    case
        when checked.told_tables && array['enquiry', 'referral'] then conference.child_key is not null
    end as is_begun_at_conference
from ${checked} as checked
left join (
    select distinct -- one conference may follow several enquiries
        file.return_no,
        held.child_key,
        held.day
    from (
        select file_id, child_key, conference_date as day
        from staging.enquiry
        where file_id = any (:enquiry_files::integer[])
        union all
        select file_id, child_key, transfer_conference_date
        from staging.referral
        where file_id = any (:referral_files::integer[])
    ) as held
    inner join checked_file as file on file.file_id = held.file_id
    where held.day is not null
) as conference
    on conference.return_no = checked.return_no
    and conference.child_key = checked.child_key
    and conference.day = checked.start_date
