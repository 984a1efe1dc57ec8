-- Everything that is judged of a figure, in one row.
insert into kpi.candidate_judgement (
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
    projection_text
)
with gathered as (
    select
        figure.*,
        rule.kpi_code,
        rule.basis,
        rule.unit,
        rule.decimals,
        rule.sign,
        rule.same_within,
        verdict.target_id,
        verdict.rule_type,
        verdict.direction,
        verdict.aim,
        verdict.aim_low,
        verdict.aim_high,
        verdict.annual_target,
        verdict.due_share,
        coalesce(verdict.target_text, 'no target set') as target_text,
        coalesce(verdict.rag, case when figure.shown is null then 'GREY' else 'BLUE' end) as rag,
        coalesce(
            verdict.reason,
            case when figure.shown is null then replace(figure.status, '_', ' ') else 'no target set' end
        ) as rag_reason,
        coalesce(last_verdict.rag, case when figure.shown is null then 'GREY' else 'BLUE' end) as rag_last_year_rule,
        coalesce(last_verdict.target_text, 'no target was set') as last_year_rule_text,
        round(previous.comparator_value, rule.decimals) as previous_shown,
        round(last_year.comparator_value, rule.decimals) as last_year_shown,
        last_figure.interval_low as last_year_low,
        last_figure.interval_high as last_year_high,
        process.points,
        process.mean,
        process.limit_low,
        process.limit_high,
        coalesce(process.signal, 'not_known') as signal,
        outstanding.open as open_work,
        outstanding.late as late_work,
        100 * outstanding.in_time / (outstanding.done + outstanding.open) as outstanding_low,
        100 * (outstanding.in_time + outstanding.share_lately * (outstanding.open - outstanding.late))
        / (outstanding.done + outstanding.open) as outstanding_central,
        100 * (outstanding.in_time + outstanding.open - outstanding.late)
        / (outstanding.done + outstanding.open) as outstanding_high
    from judge_wanted as wanted
    inner join judge_figure as figure
        on figure.rule_no = wanted.rule_no
        and figure.authority_key = wanted.authority_key
        and figure.month_index = wanted.month_index
    inner join judge_rule as rule on rule.rule_no = figure.rule_no
    left join judge_verdict as verdict
        on verdict.rule_no = figure.rule_no
        and verdict.authority_key = figure.authority_key
        and verdict.month_index = figure.month_index
        and verdict.is_this_year
    left join judge_verdict as last_verdict
        on last_verdict.rule_no = figure.rule_no
        and last_verdict.authority_key = figure.authority_key
        and last_verdict.month_index = figure.month_index
        and not last_verdict.is_this_year
    left join judge_beside as previous
        on previous.rule_no = figure.rule_no
        and previous.authority_key = figure.authority_key
        and previous.month_index = figure.month_index
        and previous.comparator = 'previous_period'
    left join judge_beside as last_year
        on last_year.rule_no = figure.rule_no
        and last_year.authority_key = figure.authority_key
        and last_year.month_index = figure.month_index
        and last_year.comparator = 'same_period_last_year'
    left join judge_figure as last_figure
        on last_figure.rule_no = figure.rule_no
        and last_figure.authority_key = figure.authority_key
        and last_figure.month_index = figure.month_index - 12
    left join judge_process as process
        on process.rule_no = figure.rule_no
        and process.authority_key = figure.authority_key
        and process.month_index = figure.month_index
    left join judge_outstanding as outstanding
        on outstanding.rule_no = figure.rule_no
        and outstanding.authority_key = figure.authority_key
        and outstanding.month_index = figure.month_index
),
-- 1 for a gain, -1 for a loss, 0 for neither, and where a figure moved no further than counts; towards or away from the range where one is expected.
moved as (
    select
        gathered.*,
        case
            when abs(gathered.shown - gathered.previous_shown) <= gathered.same_within then 0
            when gathered.rule_type = 'RANGE' then sign(
                greatest(gathered.aim_low - gathered.previous_shown, gathered.previous_shown - gathered.aim_high, 0)
                - greatest(gathered.aim_low - gathered.shown, gathered.shown - gathered.aim_high, 0)
            )
            when gathered.sign <> 0 then sign(gathered.sign * (gathered.shown - gathered.previous_shown))
        end as short_gain,
        case
            when abs(gathered.shown - gathered.last_year_shown) <= gathered.same_within then 0
            when gathered.rule_type = 'RANGE' then sign(
                greatest(gathered.aim_low - gathered.last_year_shown, gathered.last_year_shown - gathered.aim_high, 0)
                - greatest(gathered.aim_low - gathered.shown, gathered.shown - gathered.aim_high, 0)
            )
            when gathered.sign <> 0 then sign(gathered.sign * (gathered.shown - gathered.last_year_shown))
        end as long_gain,
        case
            when gathered.limit_low is null or gathered.shown is null then 'not_known'
            when gathered.rule_type = 'RANGE' then case
                when gathered.limit_low >= gathered.aim_low and gathered.limit_high <= gathered.aim_high then 'met'
                when gathered.limit_high < gathered.aim_low or gathered.limit_low > gathered.aim_high then 'missed'
                else 'hit_and_miss'
            end
            when gathered.aim is null then 'not_known'
            when gathered.direction = 1 and gathered.limit_low >= gathered.aim then 'met'
            when gathered.direction = -1 and gathered.limit_high <= gathered.aim then 'met'
            when gathered.direction = 1 and gathered.limit_high < gathered.aim then 'missed'
            when gathered.direction = -1 and gathered.limit_low > gathered.aim then 'missed'
            else 'hit_and_miss'
        end as assurance,
        -- The rest of the year as the year so far, and what chance may add or take away.
        case
            when
                gathered.rule_type = 'PROFILED_TARGET'
                and gathered.basis = 'ytd'
                and gathered.due_share > 0
                and gathered.month_of_financial_year < 12
                then gathered.shown * (1 - gathered.due_share) / gathered.due_share
        end as expected_rest
    from gathered
),
stated as (
    select
        moved.*,
        case
            when moved.shown - moved.previous_shown is null then 'not known'
            -- neither good nor bad: no range is expected, or the figure is as far from it as before
            when
                moved.short_gain is null
                or moved.short_gain = 0 and abs(moved.shown - moved.previous_shown) > moved.same_within
                then case when moved.shown > moved.previous_shown then 'increase' else 'decrease' end
            when moved.short_gain = 0 then 'stable'
            when moved.short_gain = 1 then 'improvement'
            when moved.rag in ('GREEN', 'AMBER') then 'decline but within limits of target'
            when moved.rag = 'RED' then 'decline and not on target'
            else 'decline'
        end as short_state,
        case
            when moved.shown - moved.last_year_shown is null then 'not known'
            -- neither good nor bad: no range is expected, or the figure is as far from it as before
            when
                moved.long_gain is null
                or moved.long_gain = 0 and abs(moved.shown - moved.last_year_shown) > moved.same_within
                then case when moved.shown > moved.last_year_shown then 'increase' else 'decrease' end
            when moved.long_gain = 0 then 'stable'
            when moved.long_gain = 1 then 'improvement'
            when moved.rag in ('GREEN', 'AMBER') then 'decline but within limits of target'
            when moved.rag = 'RED' then 'decline and not on target'
            else 'decline'
        end as long_state
    from moved
)
select
    kpi_code,
    authority_key,
    period_key,
    basis,
    rag,
    rag_reason,
    target_id,
    target_text,
    aim as target,
    aim_low as target_low,
    aim_high as target_high,
    rag_last_year_rule,
    last_year_rule_text,
    short_gain,
    long_gain,
    short_state,
    long_state,
    case
        when shown - last_year_shown is null or interval_low is null or last_year_low is null then 'not known'
        when shown = last_year_shown then 'the same as last year'
        when interval_low <= last_year_high and interval_high >= last_year_low then 'not distinguishable from last year'
        else 'more than chance explains'
    end as long_certainty,
    points as process_points,
    mean as process_mean,
    limit_low as process_low,
    limit_high as process_high,
    signal,
    case
        when signal = 'not_known' then 'not known: needs 12 earlier points'
        when signal = 'none' then 'no special cause'
        else
            case signal
                when 'above_limits' then 'special cause: above its process limits'
                when 'below_limits' then 'special cause: below its process limits'
                when 'run_above_mean' then 'special cause: eight in a row above the mean'
                when 'run_below_mean' then 'special cause: eight in a row below the mean'
                when 'rising' then 'special cause: six in a row rising'
                else 'special cause: six in a row falling'
            end
            || ' (' || round(limit_low, decimals) || ' to ' || round(limit_high, decimals) || ')'
            || case sign * case when signal in ('above_limits', 'run_above_mean', 'rising') then 1 else -1 end
                when 1 then ', improvement'
                when -1 then ', concern'
                else ''
            end
    end as signal_text,
    assurance,
    case assurance
        when 'met' then 'the process as it is will meet the target'
        when 'missed' then 'the process as it is will not meet the target: it has to change'
        when 'hit_and_miss' then 'the process as it is meets the target only at times'
        else 'not known'
    end as assurance_text,
    round(coalesce(outstanding_low, shown + kpi.byar_low(expected_rest)), decimals) as projection_low,
    round(coalesce(outstanding_central, shown + expected_rest), decimals) as projection_central,
    round(coalesce(outstanding_high, shown + kpi.byar_high(expected_rest)), decimals) as projection_high,
    case
        when outstanding_central is not null
            then round(outstanding_central, decimals) || '% with the ' || open_work || ' still open counted, ' || late_work
                || ' of them late already: ' || round(outstanding_low, decimals) || '% if no other is in time, '
                || round(outstanding_high, decimals) || '% if all others are'
        when expected_rest is not null
            then round(shown + expected_rest, decimals) || ' by the end of March ('
                || round(shown + kpi.byar_low(expected_rest), decimals) || ' to '
                || round(shown + kpi.byar_high(expected_rest), decimals) || ') against '
                || round(annual_target, decimals) || ', if the year goes on by its profile'
        else 'not available'
    end as projection_text
from stated
