-- Judgements of the figures judged anew that changed or vanished are shown for the last time by the release before.
update kpi.judgement as shown
set release_to = :release
from kpi.candidate_judged_figure as judged
where
    judged.authority_key = shown.authority_key
    and judged.period_key = shown.period_key
    and judged.kpi_code = shown.kpi_code
    and judged.basis = shown.basis
    and shown.release_to is null
    and not exists (
        select 1
        from kpi.candidate_judgement as candidate
        where
            candidate.authority_key = shown.authority_key
            and candidate.period_key = shown.period_key
            and candidate.kpi_code = shown.kpi_code
            and candidate.basis = shown.basis
            and (
                candidate.rag,
                candidate.rag_reason,
                candidate.target_id,
                candidate.target_text,
                candidate.target,
                candidate.target_low,
                candidate.target_high,
                candidate.rag_last_year_rule,
                candidate.last_year_rule_text,
                candidate.short_gain,
                candidate.long_gain,
                candidate.short_state,
                candidate.long_state,
                candidate.long_certainty,
                candidate.process_points,
                candidate.process_mean,
                candidate.process_low,
                candidate.process_high,
                candidate.signal,
                candidate.signal_text,
                candidate.assurance,
                candidate.assurance_text,
                candidate.projection_low,
                candidate.projection_central,
                candidate.projection_high,
                candidate.projection_text
            ) is not distinct from (
                shown.rag,
                shown.rag_reason,
                shown.target_id,
                shown.target_text,
                shown.target,
                shown.target_low,
                shown.target_high,
                shown.rag_last_year_rule,
                shown.last_year_rule_text,
                shown.short_gain,
                shown.long_gain,
                shown.short_state,
                shown.long_state,
                shown.long_certainty,
                shown.process_points,
                shown.process_mean,
                shown.process_low,
                shown.process_high,
                shown.signal,
                shown.signal_text,
                shown.assurance,
                shown.assurance_text,
                shown.projection_low,
                shown.projection_central,
                shown.projection_high,
                shown.projection_text
            )
    )
