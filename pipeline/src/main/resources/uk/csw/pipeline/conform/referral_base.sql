-- one row per referral in force, numbered per child; two of one child on one day are one
create temporary table referral_base on commit drop as
with first_of_day as (
    select distinct on (authority_key, child_key, referral_date) in_force_referral.*
    from staging.in_force_referral
    join touched_child using (authority_key, child_key)
    order by
        authority_key, child_key, referral_date, coalesce(last_mentioned, 999999) desc,
        period_key desc, layout
)
select
    referral.authority_key,
    referral.child_key,
    row_number() over (
        partition by referral.authority_key, referral.child_key
        order by referral.referral_date
    )::integer as referral_no,
    referral.referral_date,
    -- a number that names several referrals of a child in one delivery does not say which
    case
        when count(*) over (
            partition by
                referral.authority_key, referral.child_key, referral.referral_ref, referral.last_mentioned
        ) = 1
            then referral.referral_ref
    end as referral_ref,
    referral.last_mentioned,
    referral.referral_source,
    referral.need,
    coalesce(referral.is_nfa, false) as is_nfa,
    coalesce(referral.closure_date, last_possible_day.last_day) as closure_date,
    referral.closure_reason,
    referral.closure_date is null and last_possible_day.last_day is not null as is_presumed_closed,
    coalesce(referral.closure_date < referral.referral_date, false) as is_impossible,
    lag(referral.referral_date) over (
        partition by referral.authority_key, referral.child_key
        order by referral.referral_date
    ) as previous_referral_date,
    referral.transfer_conference_date,
    referral.team,
    referral.delivery_id,
    referral.file_id,
    referral.line
from first_of_day as referral
left join last_possible_day
    on last_possible_day.authority_key = referral.authority_key
    and last_possible_day.layout = referral.layout
    and last_possible_day.period_key = referral.last_mentioned;
-- what belongs to a referral looks for the newest one of its child before it
create index on referral_base (authority_key, child_key, referral_date);
