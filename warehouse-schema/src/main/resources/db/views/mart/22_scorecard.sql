-- One row per KPI, authority, period and basis, with everything a report prints beside the figure.
-- No named subqueries: a view that has them is planned apart from the query that joins it, and reads everything.
create view mart.scorecard as
select
    figure.kpi_code,
    definition.kpi_name,
    definition.plain_english,
    definition.group_name,
    measure.unit,
    measure.decimals,
    definition.polarity,
    authority.authority_code,
    authority.authority_name,
    authority.comparison_region_name,
    figure.period_key,
    period.period_label,
    figure.basis,
    shown.value,
    coalesce(shown.value::text, replace(figure.status, '_', ' ')) as value_text,
    figure.numerator,
    figure.denominator as n,
    figure.status,
    figure.is_provisional,
    shown.interval_low,
    shown.interval_high,
    judgement.target,
    coalesce(judgement.rag, case when shown.value is null then 'GREY' else 'BLUE' end) as rag,
    coalesce(
        judgement.rag_reason,
        case when shown.value is null then replace(figure.status, '_', ' ') else 'no target set' end
    ) as rag_reason,
    beside.previous_period as previous_period_key,
    shown.previous_value,
    case changed.short_change
        when 1 then '▲'
        when -1 then '▼'
        when 0 then '▶'
        else '–'
    end as short_arrow,
    case
        when changed.short_change is null then 'not available'
        when changed.short_change = 0 then 'no change'
        else
            case changed.short_change when 1 then 'up' else 'down' end
            || case coalesce(judgement.short_gain, changed.short_change * changed.good_change)
                when 1 then ', better'
                when -1 then ', worse'
                else ''
            end
    end as short_arrow_text,
    beside.last_year_period as last_year_period_key,
    shown.last_year_value,
    case changed.long_change
        when 1 then '▲'
        when -1 then '▼'
        when 0 then '▶'
        else '–'
    end as long_arrow,
    case
        when changed.long_change is null then 'not available'
        when changed.long_change = 0 then 'no change'
        else
            case changed.long_change when 1 then 'up' else 'down' end
            || case coalesce(judgement.long_gain, changed.long_change * changed.good_change)
                when 1 then ', better'
                when -1 then ', worse'
                else ''
            end
    end as long_arrow_text,
    shown.neighbours_value,
    beside.neighbours_used,
    beside.neighbours_total,
    case
        when beside.neighbours_total = 0 then 'not available'
        when shown.neighbours_value is null
            then format(
                'not available: %s of %s neighbours have a figure',
                beside.neighbours_used,
                beside.neighbours_total
            )
        else format(
            '%s of %s of %s neighbours (%s)',
            replace(beside.neighbours_method, '_', ' '),
            beside.neighbours_used,
            beside.neighbours_total,
            beside.neighbours_vintage
        )
    end as neighbours_text,
    beside.neighbours_rank,
    beside.neighbours_rank_of,
    shown.region_value,
    case
        when shown.region_value is null then 'not available'
        else beside.region_vintage
    end as region_text,
    shown.england_value,
    case
        when shown.england_value is null then 'not available'
        else beside.england_vintage
    end as england_text,
    beside.england_rank as rank,
    beside.england_rank_of as rank_of,
    coalesce(beside.england_band, 'not ranked') as band,
    judgement.projection_low,
    judgement.projection_central,
    judgement.projection_high,
    coalesce(judgement.projection_text, 'not available') as projection_text,
    coalesce((
        select commentary.commentary
        from kpi.commentary as commentary
        where
            commentary.authority_key = figure.authority_key
            and commentary.period_key = figure.period_key
            and commentary.kpi_code = figure.kpi_code
            and commentary.basis in (figure.basis, '')
            and commentary.superseded_at is null
        order by commentary.basis desc
        limit 1
    ), '') as commentary,
    figure.value is not null
    and definition.disclosure <> 'none'
    and not kpi.is_safe(definition.unit, figure.numerator, figure.denominator) as is_small,
    exists (
        select 1
        from kpi.public_cell as shown_to_all
        where
            shown_to_all.authority_key = figure.authority_key
            and shown_to_all.period_key = figure.period_key
            and shown_to_all.kpi_code = figure.kpi_code
            and shown_to_all.basis = figure.basis
    ) as is_public,
    exists (
        select 1
        from kpi.public_cell as shown_to_all
        where
            shown_to_all.authority_key = figure.authority_key
            and shown_to_all.period_key = beside.previous_period
            and shown_to_all.kpi_code = figure.kpi_code
            and shown_to_all.basis = figure.basis
    ) as is_previous_public,
    exists (
        select 1
        from kpi.public_cell as shown_to_all
        where
            shown_to_all.authority_key = figure.authority_key
            and shown_to_all.period_key = beside.last_year_period
            and shown_to_all.kpi_code = figure.kpi_code
            and shown_to_all.basis = figure.basis
    ) as is_last_year_public,
    -- From a mean of which all members but one are known the one can be worked out, unless it is of published figures.
    coalesce(beside.neighbours_method like 'published%', false)
    or not exists (
        select 1
        from core.neighbour as neighbour
        join kpi.current_value as member on neighbour.neighbour_key = member.authority_key
        where
            neighbour.authority_key = figure.authority_key
            and neighbour.model = (select max(newest.model) from core.neighbour as newest)
            and member.period_key = figure.period_key
            and member.kpi_code = figure.kpi_code
            and member.basis = figure.basis
            and member.value is not null
            and not exists (
                select 1
                from kpi.public_cell as shown_to_all
                where
                    shown_to_all.authority_key = member.authority_key
                    and shown_to_all.period_key = member.period_key
                    and shown_to_all.kpi_code = member.kpi_code
                    and shown_to_all.basis = member.basis
            )
    ) as are_neighbours_public,
    figure.coverage_percent,
    -- Read small numbers with care: the count stands beside every percentage, the interval beside small ones.
    case
        when shown.value is null then replace(figure.status, '_', ' ')
        else
            kpi.amount(shown.value, measure.unit, measure.decimals)
            || case
                when measure.unit not in ('percent', 'working_days', 'days') then ''
                when figure.status = 'too_few' then ' (too few to judge, n = ' || figure.denominator
                else ' (n = ' || figure.denominator
            end
            || case
                when measure.unit = 'percent' and figure.denominator < 30
                    then ', 95% interval ' || shown.interval_low || ' to ' || shown.interval_high
                else ''
            end
            || case when measure.unit in ('percent', 'working_days', 'days') then ')' else '' end
    end as value_in_words,
    judgement.target_low,
    judgement.target_high,
    coalesce(judgement.target_text, 'no target set') as target_text,
    coalesce(judgement.rag_last_year_rule, case when shown.value is null then 'GREY' else 'BLUE' end)
        as rag_last_year_rule,
    coalesce(judgement.last_year_rule_text, 'no target was set') as last_year_rule_text,
    coalesce(judgement.short_state, 'not known') as short_state,
    coalesce(judgement.long_state, 'not known') as long_state,
    coalesce(judgement.long_certainty, 'not known') as long_certainty,
    kpi.change_in_words(shown.value, shown.previous_value, measure.unit, measure.decimals) as short_change_text,
    kpi.change_in_words(shown.value, shown.last_year_value, measure.unit, measure.decimals) as long_change_text,
    coalesce(judgement.signal_text, 'not known') as signal_text,
    coalesce(judgement.assurance_text, 'not known') as assurance_text,
    coalesce((
        select commentary.written_by
        from kpi.commentary as commentary
        where
            commentary.authority_key = figure.authority_key
            and commentary.period_key = figure.period_key
            and commentary.kpi_code = figure.kpi_code
            and commentary.basis in (figure.basis, '')
            and commentary.superseded_at is null
        order by commentary.basis desc
        limit 1
    ), '') as commentary_by,
    (
        select commentary.written_at
        from kpi.commentary as commentary
        where
            commentary.authority_key = figure.authority_key
            and commentary.period_key = figure.period_key
            and commentary.kpi_code = figure.kpi_code
            and commentary.basis in (figure.basis, '')
            and commentary.superseded_at is null
        order by commentary.basis desc
        limit 1
    ) as commentary_at,
    coalesce(beside.comparison_groups_text, '') as comparison_groups_text
from kpi.current_value as figure
join kpi.definition as definition
    on figure.kpi_code = definition.kpi_code
    and figure.definition_version = definition.definition_version
join core.dim_period as period on figure.period_key = period.period_key
join kpi.authority_name as authority
    on figure.authority_key = authority.authority_key
    and period.month_end >= authority.named_from
    and period.month_end < authority.named_until
left join kpi.current_judgement as judgement
    on figure.authority_key = judgement.authority_key
    and figure.period_key = judgement.period_key
    and figure.kpi_code = judgement.kpi_code
    and figure.basis = judgement.basis
-- On some bases a rate is only a count: it then has no denominator.
cross join lateral (
    select
        case
            when
                definition.unit = 'per_10000'
                and figure.denominator is null
                and figure.numerator is not null
                and figure.value is not null
                then 'count'
            else definition.unit
        end as unit,
        case
            when definition.unit = 'per_10000' and figure.denominator is null and figure.numerator is not null then 0
            else definition.decimals
        end as decimals,
        case
            when definition.unit = 'per_10000' and figure.denominator is null and figure.numerator is not null then 0
            else definition.same_within
        end as same_within
) as measure
-- One look at the comparisons of the figure, turned on their side.
cross join lateral (
    select
        max(comparison.comparator_period) filter (where comparison.comparator = 'previous_period')
            as previous_period,
        max(comparison.comparator_value) filter (where comparison.comparator = 'previous_period')
            as previous_value,
        max(comparison.comparator_period) filter (where comparison.comparator = 'same_period_last_year')
            as last_year_period,
        max(comparison.comparator_value) filter (where comparison.comparator = 'same_period_last_year')
            as last_year_value,
        max(comparison.comparator_value) filter (where comparison.comparator = 'statistical_neighbours')
            as neighbours_value,
        max(comparison.method) filter (where comparison.comparator = 'statistical_neighbours')
            as neighbours_method,
        coalesce(
            max(comparison.members_used) filter (where comparison.comparator = 'statistical_neighbours'), 0
        ) as neighbours_used,
        coalesce(
            max(comparison.members_total) filter (where comparison.comparator = 'statistical_neighbours'), 0
        ) as neighbours_total,
        max(comparison.vintage) filter (where comparison.comparator = 'statistical_neighbours')
            as neighbours_vintage,
        max(comparison.rank) filter (where comparison.comparator = 'statistical_neighbours')
            as neighbours_rank,
        max(comparison.rank_of) filter (where comparison.comparator = 'statistical_neighbours')
            as neighbours_rank_of,
        max(comparison.comparator_value) filter (where comparison.comparator = 'region') as region_value,
        max(comparison.vintage) filter (where comparison.comparator = 'region') as region_vintage,
        max(comparison.comparator_value) filter (where comparison.comparator = 'england') as england_value,
        max(comparison.vintage) filter (where comparison.comparator = 'england') as england_vintage,
        max(comparison.rank) filter (where comparison.comparator = 'england') as england_rank,
        max(comparison.rank_of) filter (where comparison.comparator = 'england') as england_rank_of,
        max(comparison.band) filter (where comparison.comparator = 'england') as england_band,
        string_agg(
            named.group_name || case
                when comparison.comparator_value is null
                    then format(
                        ': not available, as %s of %s have a figure',
                        comparison.members_used,
                        comparison.members_total
                    )
                else
                    format(
                        ' %s (%s of %s of %s, %s)',
                        kpi.amount(comparison.comparator_value, measure.unit, measure.decimals),
                        replace(comparison.method, '_', ' '),
                        comparison.members_used,
                        comparison.members_total,
                        comparison.vintage
                    )
                    || case comparison.direction
                        when 'not_known' then ''
                        when 'same' then ': this figure is the same'
                        when 'up' then ': this figure is higher'
                        when 'down' then ': this figure is lower'
                        else ': this figure is ' || comparison.direction
                    end
                    || coalesce(', place ' || comparison.rank || ' of ' || comparison.rank_of, '')
            end,
            '; '
            order by named.group_name
        ) filter (where named.group_code is not null) as comparison_groups_text
    from kpi.current_comparison as comparison
    left join core.comparison_group as named on comparison.comparator = named.group_code
    where
        comparison.authority_key = figure.authority_key
        and comparison.period_key = figure.period_key
        and comparison.kpi_code = figure.kpi_code
        and comparison.basis = figure.basis
) as beside
-- Everything at the precision that is shown, so that figures that look the same are the same.
cross join lateral (
    select
        round(figure.value, measure.decimals) as value,
        round(figure.interval_low, measure.decimals) as interval_low,
        round(figure.interval_high, measure.decimals) as interval_high,
        round(beside.previous_value, measure.decimals) as previous_value,
        round(beside.last_year_value, measure.decimals) as last_year_value,
        round(beside.neighbours_value, measure.decimals) as neighbours_value,
        round(beside.region_value, measure.decimals) as region_value,
        round(beside.england_value, measure.decimals) as england_value
) as shown
cross join lateral (
    select
        case
            when abs(shown.value - shown.previous_value) <= measure.same_within then 0
            else sign(shown.value - shown.previous_value)
        end as short_change,
        case
            when abs(shown.value - shown.last_year_value) <= measure.same_within then 0
            else sign(shown.value - shown.last_year_value)
        end as long_change,
        case definition.polarity
            when 'higher' then 1
            when 'lower' then -1
        end as good_change
) as changed;

comment on view mart.scorecard is 'One row per KPI, authority, period and basis, with everything a report prints beside the figure. For people who do not model: no joins needed.';
comment on column mart.scorecard.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.scorecard.kpi_name is 'Name of the KPI.';
comment on column mart.scorecard.plain_english is 'What the KPI tells, for a reader who does not work in the service.';
comment on column mart.scorecard.group_name is 'Part of the service the KPI belongs to.';
comment on column mart.scorecard.unit is 'Unit of all values in the row: percent, per_10000 (children aged 0 to 17), count, working_days, days or score (medians or means), cases (mean cases per social worker). A rate is a count on the bases where a rate would mislead.';
comment on column mart.scorecard.decimals is 'Decimal places to which all values in the row are rounded.';
comment on column mart.scorecard.polarity is 'What is good: higher, lower, range (within a range) or none (context only).';
comment on column mart.scorecard.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.scorecard.authority_name is 'Name of the authority at the end of the month.';
comment on column mart.scorecard.comparison_region_name is 'Region it is compared with: Inner or Outer London for London authorities.';
comment on column mart.scorecard.period_key is 'Month in which the figure ends, yyyymm; see mart.dim_period.';
comment on column mart.scorecard.period_label is 'The month in words.';
comment on column mart.scorecard.basis is 'How the figure is accumulated: month, quarter, ytd (April to date), r12 (rolling 12 months), snapshot (position at the end of the month), annual.';
comment on column mart.scorecard.value is 'The figure, rounded half away from zero; absent unless the status allows one.';
comment on column mart.scorecard.value_text is 'The figure as text, or the status in words where there is none: print this.';
comment on column mart.scorecard.numerator is 'What was counted.';
comment on column mart.scorecard.n is 'What it was counted out of; absent for plain counts. Read small n with care.';
comment on column mart.scorecard.status is 'measured; suppressed (hidden as small); too_few (too few to judge); immature (too early to count); not_available (data do not reach back far enough, or are missing); not_applicable; no_data.';
comment on column mart.scorecard.is_provisional is 'True while something the figure rests on may still be replaced, such as a population estimate.';
comment on column mart.scorecard.interval_low is 'Lower end of the 95% confidence interval, where one is computed.';
comment on column mart.scorecard.interval_high is 'Upper end of the 95% confidence interval, where one is computed.';
comment on column mart.scorecard.target is 'Target that applied; absent while rag_reason says that none is set.';
comment on column mart.scorecard.rag is 'RED, AMBER or GREEN against the target; BLUE: information only; GREY: nothing to judge.';
comment on column mart.scorecard.rag_reason is 'Why it has that colour, in words.';
comment on column mart.scorecard.previous_period_key is 'Month in which the previous period ends, yyyymm; absent when nothing was compared.';
comment on column mart.scorecard.previous_value is 'The figure of the previous period; absent when there is none that can be compared.';
comment on column mart.scorecard.short_arrow is 'Change since the previous period: ▲ up, ▼ down, ▶ the same as shown, or moved no further than mart.dim_kpi.same_within; – not available.';
comment on column mart.scorecard.short_arrow_text is 'The short arrow in words, with better or worse where higher or lower is good, or nearer to an expected range.';
comment on column mart.scorecard.last_year_period_key is 'Month in which the same period last year ends, yyyymm; absent when nothing was compared.';
comment on column mart.scorecard.last_year_value is 'The figure of the same period last year; absent when there is none that can be compared.';
comment on column mart.scorecard.long_arrow is 'Change since the same period last year: ▲ up, ▼ down, ▶ the same as shown, or moved no further than mart.dim_kpi.same_within; – not available.';
comment on column mart.scorecard.long_arrow_text is 'The long arrow in words, with better or worse where higher or lower is good, or nearer to an expected range.';
comment on column mart.scorecard.neighbours_value is 'Average of the statistical neighbours: the ten authorities most like this one.';
comment on column mart.scorecard.neighbours_used is 'Number of neighbours that had a figure.';
comment on column mart.scorecard.neighbours_total is 'Number of neighbours in the model.';
comment on column mart.scorecard.neighbours_text is 'How the average was computed, from how many, by which model; or why it is not available.';
comment on column mart.scorecard.neighbours_rank is 'Place among itself and its neighbours; 1 is best. Absent where higher or lower is not better.';
comment on column mart.scorecard.neighbours_rank_of is 'Number of authorities in that ranking, itself included.';
comment on column mart.scorecard.region_value is 'The published figure of the region; absent while region_text says not available.';
comment on column mart.scorecard.region_text is 'Edition of the regional figure, or not available.';
comment on column mart.scorecard.england_value is 'The published figure of England; absent while england_text says not available.';
comment on column mart.scorecard.england_text is 'Edition of the figure of England, or not available.';
comment on column mart.scorecard.rank is 'Place among all English authorities; 1 is best. Absent while band says not ranked.';
comment on column mart.scorecard.rank_of is 'Number of authorities in that ranking.';
comment on column mart.scorecard.band is 'Quarter of that ranking, A (best) to D, or not ranked.';
comment on column mart.scorecard.projection_low is 'Projected year-end figure if all goes badly; absent while projection_text says not available.';
comment on column mart.scorecard.projection_central is 'Projected year-end figure at the present rate; absent while projection_text says not available.';
comment on column mart.scorecard.projection_high is 'Projected year-end figure if all goes well; absent while projection_text says not available.';
comment on column mart.scorecard.projection_text is 'What the projection rests on, or not available.';
comment on column mart.scorecard.commentary is 'What a person wrote about the figure; empty when nobody has.';
comment on column mart.scorecard.is_small is 'True when the figure rests on a number from 1 to 5, or it is not known on how many, so that mart_public hides it.';
comment on column mart.scorecard.is_public is 'True when mart_public shows the figure. It may be hidden without being small, lest a small one be worked out from it.';
comment on column mart.scorecard.is_previous_public is 'True when mart_public shows the figure of the previous period.';
comment on column mart.scorecard.is_last_year_public is 'True when mart_public shows the figure of the same period last year.';
comment on column mart.scorecard.are_neighbours_public is 'True when mart_public shows the figure of every neighbour that has one, or the average is of figures that are published anyway.';
comment on column mart.scorecard.coverage_percent is 'Share of those concerned whom a figure of another service knows about, as that service says: print it beside the value. Absent where it says nothing, and for figures counted from records.';
comment on column mart.scorecard.value_in_words is 'The figure with its unit, n beside a percentage or a median, the 95% interval where n is below 30, and whether it is too few to judge: print this for members.';
comment on column mart.scorecard.target_low is 'Lower end of the expected range; absent for other targets.';
comment on column mart.scorecard.target_high is 'Upper end of the expected range; absent for other targets.';
comment on column mart.scorecard.target_text is 'The target in words, or that none is set.';
comment on column mart.scorecard.rag_last_year_rule is 'The colour the figure would have under the rule that held a year before.';
comment on column mart.scorecard.last_year_rule_text is 'That rule in words.';
comment on column mart.scorecard.short_state is 'Direction of travel since the previous period: increase, stable, decrease; improvement, decline but within limits of target, decline and not on target (decline alone where no target is set), not known.';
comment on column mart.scorecard.long_state is 'The same since the same period last year.';
comment on column mart.scorecard.long_certainty is 'Whether the 95% intervals of the two years overlap: not distinguishable from last year; more than chance explains; the same as last year; not known.';
comment on column mart.scorecard.short_change_text is 'Change since the previous period: points for percentages, percent for counts, else in the unit; or not available.';
comment on column mart.scorecard.long_change_text is 'Change since the same period last year, in the same way.';
comment on column mart.scorecard.signal_text is 'What is special about the figure within its own process; see mart.process_limits.';
comment on column mart.scorecard.assurance_text is 'Whether the process as it is will meet the target.';
comment on column mart.scorecard.commentary_by is 'Who wrote the commentary; empty when nobody has.';
comment on column mart.scorecard.commentary_at is 'When it was written; absent when there is none.';
comment on column mart.scorecard.comparison_groups_text is 'The figures of the authority''s comparison groups in words: the average with how many of how many members have a figure, and the edition; whether this figure is better or worse; its place among them, 1 is best. Empty without groups; each by itself is in mart.kpi_comparison.';
