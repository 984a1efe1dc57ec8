-- One row per KPI, authority, period and basis: the judgement of the current release.
create view kpi.current_judgement as
select
    judgement.kpi_code,
    judgement.authority_key,
    judgement.period_key,
    judgement.basis,
    judgement.rag,
    judgement.rag_reason,
    judgement.target_id,
    judgement.target_text,
    judgement.target,
    judgement.target_low,
    judgement.target_high,
    judgement.rag_last_year_rule,
    judgement.last_year_rule_text,
    judgement.short_gain,
    judgement.long_gain,
    judgement.short_state,
    judgement.long_state,
    judgement.long_certainty,
    judgement.process_points,
    judgement.process_mean,
    judgement.process_low,
    judgement.process_high,
    judgement.signal,
    judgement.signal_text,
    judgement.assurance,
    judgement.assurance_text,
    judgement.projection_low,
    judgement.projection_central,
    judgement.projection_high,
    judgement.projection_text
from kpi.judgement as judgement
where
    judgement.release_from <= (select release_id from ops.current_release)
    and (judgement.release_to is null or judgement.release_to > (select release_id from ops.current_release));

comment on view kpi.current_judgement is 'One row per KPI, authority, period and basis: the judgement of the current release.';
