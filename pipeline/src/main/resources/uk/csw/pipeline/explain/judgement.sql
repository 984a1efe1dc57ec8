-- How one figure is judged, and the rule that it is judged by.
select
    judgement.rag,
    judgement.rag_reason,
    judgement.rag_last_year_rule,
    judgement.last_year_rule_text,
    judgement.short_state,
    judgement.long_state,
    judgement.long_certainty,
    judgement.signal_text,
    judgement.assurance_text,
    judgement.projection_text,
    target.target_id is not null as has_rule,
    target.rule_type,
    judgement.target_text,
    target.authority_code = '' as is_for_all,
    target.valid_from,
    target.valid_to,
    target.tol_below,
    target.tol_above,
    target.is_tol_relative,
    target.tolerance_colour,
    target.improve_test,
    target.reason,
    target.approved_by
from kpi.current_judgement as judgement
left join kpi.target as target on target.target_id = judgement.target_id
where
    judgement.kpi_code = :kpi
    and judgement.authority_key = :authority
    and judgement.period_key = :period
    and judgement.basis = :basis
