-- Forgets an earlier attempt.
with compared as (
    delete from kpi.candidate_authority
    where not is_measured
),
listed as (
    delete from kpi.candidate_compared
)
delete from kpi.candidate_comparison
