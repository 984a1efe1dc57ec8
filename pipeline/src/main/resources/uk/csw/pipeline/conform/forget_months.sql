-- the rows of the months to derive: those of months newly covered or no longer, and, of a child of which something
-- differs, those from then on
delete from ${table} as monthly
using (
    select
        child_since.authority_key,
        child_since.child_key,
        period.period_key
    from child_since
    join known_coverage
        on known_coverage.authority_key = child_since.authority_key
        and known_coverage.entity in ('care_episode', 'referral', 'plan', 'assessment')
    join core.dim_period as period
        on period.period_key = known_coverage.period_key
        and period.month_index >= child_since.since_index
    group by child_since.authority_key, child_since.child_key, period.period_key
) as to_derive
where monthly.authority_key = to_derive.authority_key
    and monthly.child_key = to_derive.child_key
    and monthly.period_key = to_derive.period_key
