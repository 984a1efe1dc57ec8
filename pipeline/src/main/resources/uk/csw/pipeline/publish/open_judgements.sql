-- Judgements that are new or different; the unchanged still have their open row.
insert into kpi.judgement (
    kpi_code,
    authority_key,
    period_key,
    basis,
    rag,
    rag_reason,
    target_id,
    target_text,
    target,
    target_low,
    target_high,
    rag_last_year_rule,
    last_year_rule_text,
    short_gain,
    long_gain,
    short_state,
    long_state,
    long_certainty,
    process_points,
    process_mean,
    process_low,
    process_high,
    signal,
    signal_text,
    assurance,
    assurance_text,
    projection_low,
    projection_central,
    projection_high,
    projection_text,
    release_from,
    release_to
)
with opened as (
    -- A set operation reads both sides once; a join could look into the table that is being filled, row by row.
    select
        authority_key,
        period_key,
        kpi_code,
        basis
    from kpi.candidate_judgement
    except
    select
        shown.authority_key,
        shown.period_key,
        shown.kpi_code,
        shown.basis
    from kpi.candidate_judged_figure as judged
    inner join kpi.judgement as shown
        on shown.authority_key = judged.authority_key
        and shown.period_key = judged.period_key
        and shown.kpi_code = judged.kpi_code
        and shown.basis = judged.basis
    where shown.release_to is null
)
select
    candidate.kpi_code,
    candidate.authority_key,
    candidate.period_key,
    candidate.basis,
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
    candidate.projection_text,
    :release as release_from,
    null as release_to
from opened
inner join kpi.candidate_judgement as candidate
    on candidate.authority_key = opened.authority_key
    and candidate.period_key = opened.period_key
    and candidate.kpi_code = opened.kpi_code
    and candidate.basis = opened.basis
