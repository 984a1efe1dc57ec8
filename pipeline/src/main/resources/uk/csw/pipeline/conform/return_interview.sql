-- one row per return from being missing, with whether the interview was held in time
with known as (
    -- one layout may repeat another
    select distinct on (returned.authority_key, returned.child_key, returned.return_date, returned.missing_start_date)
        returned.*
    from staging.in_force_return_interview as returned
    join touched_child
        on touched_child.authority_key = returned.authority_key
        and touched_child.child_key = returned.child_key
    order by
        returned.authority_key, returned.child_key, returned.return_date, returned.missing_start_date,
        coalesce(returned.last_mentioned, 999999) desc, returned.period_key desc, returned.layout
)
insert into core.fact_return_interview (
    authority_key, child_key, return_no, missing_start_date, return_date, is_offered, is_accepted, interview_date,
    is_in_72h, age_at_return, delivery_id, file_id, line
)
select
    returned.authority_key,
    returned.child_key,
    row_number() over (
        partition by returned.authority_key, returned.child_key
        order by returned.return_date, returned.missing_start_date
    ) as return_no,
    returned.missing_start_date,
    returned.return_date,
    coalesce(returned.is_offered, returned.is_accepted or returned.interview_date is not null, false) as is_offered,
    coalesce(returned.is_accepted, returned.interview_date is not null) as is_accepted,
    returned.interview_date,
    coalesce(
        returned.interview_date >= returned.return_date
        and case
            when returned.hours_to_interview is not null then returned.hours_to_interview <= 72
            else returned.interview_date - returned.return_date <= 3
        end,
        false
    ) as is_in_72h,
    core.age_on(returned.return_date, born.birth_date) as age_at_return,
    returned.delivery_id,
    returned.file_id,
    returned.line
from known as returned
left join staging.described_child as born
    on born.authority_key = returned.authority_key
    and born.child_key = returned.child_key
