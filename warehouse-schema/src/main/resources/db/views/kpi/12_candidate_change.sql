-- One row per figure that the release being built changes: new, different or gone.
create view kpi.candidate_change as
select
    authority_key,
    period_key,
    kpi_code,
    basis
from kpi.candidate_value
union all
select
    authority_key,
    period_key,
    kpi_code,
    basis
from kpi.candidate_gone;

comment on view kpi.candidate_change is 'One row per figure that the release being built changes: new, different or gone.';
