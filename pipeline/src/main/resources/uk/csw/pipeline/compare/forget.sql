-- Forgets an earlier attempt.
with compared as (
    delete from kpi.candidate_authority
    where not is_measured
)
delete from kpi.candidate_comparison
