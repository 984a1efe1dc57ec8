-- One row per KPI, authority, period and basis: the scorecard with small numbers hidden.
create view mart_public.scorecard as
select
    card.kpi_code,
    card.kpi_name,
    card.plain_english,
    card.group_name,
    card.unit,
    card.decimals,
    card.polarity,
    card.authority_code,
    card.authority_name,
    card.comparison_region_name,
    card.period_key,
    card.period_label,
    card.basis,
    case when card.is_public then card.value end as value,
    case when card.is_public or shown.is_nothing then card.value_text else 'suppressed' end as value_text,
    case when card.is_public then card.numerator end as numerator,
    case when card.is_public then card.n end as n,
    case when card.is_public or shown.is_nothing then card.status else 'suppressed' end as status,
    card.is_provisional,
    case when card.is_public then card.interval_low end as interval_low,
    case when card.is_public then card.interval_high end as interval_high,
    case when shown.is_judgement_shown then card.target end as target,
    case when shown.is_judgement_shown or shown.is_nothing then card.rag else 'GREY' end as rag,
    case
        when shown.is_judgement_shown or shown.is_nothing then card.rag_reason
        when card.is_public then 'hidden: it rests on a figure that is hidden'
        else 'hidden to protect small numbers'
    end as rag_reason,
    card.previous_period_key,
    case when card.is_previous_public then card.previous_value end as previous_value,
    case when card.is_public and card.is_previous_public then card.short_arrow else '–' end as short_arrow,
    case
        when card.is_public and card.is_previous_public then card.short_arrow_text
        else 'not available'
    end as short_arrow_text,
    card.last_year_period_key,
    case when card.is_last_year_public then card.last_year_value end as last_year_value,
    case when card.is_public and card.is_last_year_public then card.long_arrow else '–' end as long_arrow,
    case
        when card.is_public and card.is_last_year_public then card.long_arrow_text
        else 'not available'
    end as long_arrow_text,
    case when shown.are_neighbours_shown then card.neighbours_value end as neighbours_value,
    card.neighbours_used,
    card.neighbours_total,
    case
        when card.neighbours_value is null or shown.are_neighbours_shown then card.neighbours_text
        when card.neighbours_used < 5 then 'hidden: fewer than 5 neighbours have a figure'
        else 'hidden: the figure of a neighbour is hidden'
    end as neighbours_text,
    case when card.is_public and shown.are_neighbours_shown then card.neighbours_rank end as neighbours_rank,
    case when card.is_public and shown.are_neighbours_shown then card.neighbours_rank_of end as neighbours_rank_of,
    card.region_value,
    card.region_text,
    card.england_value,
    card.england_text,
    case when card.is_public then card.rank end as rank,
    case when card.is_public then card.rank_of end as rank_of,
    case when card.is_public then card.band else 'not ranked' end as band,
    case when card.is_public then card.projection_low end as projection_low,
    case when card.is_public then card.projection_central end as projection_central,
    case when card.is_public then card.projection_high end as projection_high,
    case when card.is_public then card.projection_text else 'not available' end as projection_text,
    case when card.is_public then card.commentary else '' end as commentary
from mart.scorecard as card
left join core.authority as authority on authority.authority_code = card.authority_code
left join kpi.current_judgement as judgement
    on judgement.authority_key = authority.authority_key
    and judgement.period_key = card.period_key
    and judgement.kpi_code = card.kpi_code
    and judgement.basis = card.basis
left join lateral (
    select
        -- Groups of the council's own are hidden as neighbours are; region, England and the top quartile are published.
        target.rule_type = 'COMPARATOR'
        and target.comparator not in ('region', 'england', 'top_quartile') as rests_on_neighbours,
        target.improve_test and card.last_year_value is not null as rests_on_last_year
    from kpi.target as target
    where target.target_id = judgement.target_id
) as rule on true
cross join lateral (
    select
        -- There is no figure that could be hidden.
        card.status in ('not_available', 'not_applicable') as is_nothing,
        card.is_public
        and (card.are_neighbours_public or not coalesce(rule.rests_on_neighbours, false))
        and (card.is_last_year_public or not coalesce(rule.rests_on_last_year, false)) as is_judgement_shown,
        card.are_neighbours_public and card.neighbours_used >= 5 as are_neighbours_shown
) as shown;

comment on view mart_public.scorecard is 'One row per KPI, authority, period and basis: the scorecard with small numbers hidden. A figure is shown when every count it rests on is nought or at least 6, those left uncounted by a percentage too, and when it spans whole periods of the size that is shown for this KPI, authority and year (kpi.public_grain), each of which is safe in the same way. So no figure shown, and no sum or difference of such figures, tells a count from 1 to 5. A figure of which nobody says on how many it rests is hidden.';
comment on column mart_public.scorecard.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart_public.scorecard.kpi_name is 'Name of the KPI.';
comment on column mart_public.scorecard.plain_english is 'What the KPI tells, for a reader who does not work in the service.';
comment on column mart_public.scorecard.group_name is 'Part of the service the KPI belongs to.';
comment on column mart_public.scorecard.unit is 'Unit of all values in the row: percent, per_10000 (children aged 0 to 17), count, working_days, days or score (medians or means), cases (mean cases per social worker). A rate is a count on the bases where a rate would mislead.';
comment on column mart_public.scorecard.decimals is 'Decimal places to which all values in the row are rounded.';
comment on column mart_public.scorecard.polarity is 'What is good: higher, lower, range (within a range) or none (context only).';
comment on column mart_public.scorecard.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart_public.scorecard.authority_name is 'Name of the authority at the end of the month.';
comment on column mart_public.scorecard.comparison_region_name is 'Region it is compared with: Inner or Outer London for London authorities.';
comment on column mart_public.scorecard.period_key is 'Month in which the figure ends, yyyymm; see mart.dim_period.';
comment on column mart_public.scorecard.period_label is 'The month in words.';
comment on column mart_public.scorecard.basis is 'How the figure is accumulated: month, quarter, ytd (April to date), r12 (rolling 12 months), snapshot (position at the end of the month), annual.';
comment on column mart_public.scorecard.value is 'The figure, rounded half away from zero; absent when hidden or when the status allows none.';
comment on column mart_public.scorecard.value_text is 'The figure as text, or the status in words where there is none: print this.';
comment on column mart_public.scorecard.numerator is 'What was counted; absent when hidden.';
comment on column mart_public.scorecard.n is 'What it was counted out of; absent for plain counts, and when hidden.';
comment on column mart_public.scorecard.status is 'measured; suppressed (hidden, being small or giving away what is small); too_few (too few to judge); immature (too early to count); not_available (data do not reach back far enough, or are missing); not_applicable; no_data.';
comment on column mart_public.scorecard.is_provisional is 'True while something the figure rests on may still be replaced, such as a population estimate.';
comment on column mart_public.scorecard.interval_low is 'Lower end of the 95% confidence interval, where one is computed.';
comment on column mart_public.scorecard.interval_high is 'Upper end of the 95% confidence interval, where one is computed.';
comment on column mart_public.scorecard.target is 'Target that applied; absent while rag_reason says that none is set, or that it is hidden.';
comment on column mart_public.scorecard.rag is 'RED, AMBER or GREEN against the target; BLUE: information only; GREY: nothing to judge.';
comment on column mart_public.scorecard.rag_reason is 'Why it has that colour, in words.';
comment on column mart_public.scorecard.previous_period_key is 'Month in which the previous period ends, yyyymm; absent when nothing was compared.';
comment on column mart_public.scorecard.previous_value is 'The figure of the previous period; absent when it is hidden.';
comment on column mart_public.scorecard.short_arrow is 'Change since the previous period: ▲ up, ▼ down, ▶ the same as shown, – not available.';
comment on column mart_public.scorecard.short_arrow_text is 'The short arrow in words, with better or worse where higher or lower is good.';
comment on column mart_public.scorecard.last_year_period_key is 'Month in which the same period last year ends, yyyymm; absent when nothing was compared.';
comment on column mart_public.scorecard.last_year_value is 'The figure of the same period last year; absent when it is hidden.';
comment on column mart_public.scorecard.long_arrow is 'Change since the same period last year: ▲ up, ▼ down, ▶ the same as shown, – not available.';
comment on column mart_public.scorecard.long_arrow_text is 'The long arrow in words, with better or worse where higher or lower is good.';
comment on column mart_public.scorecard.neighbours_value is 'Average of the statistical neighbours: the ten authorities most like this one; absent when fewer than 5 of them have a figure, or the figure of one of them is hidden.';
comment on column mart_public.scorecard.neighbours_used is 'Number of neighbours that had a figure.';
comment on column mart_public.scorecard.neighbours_total is 'Number of neighbours in the model.';
comment on column mart_public.scorecard.neighbours_text is 'How the average was computed, from how many, by which model; or why it is not available.';
comment on column mart_public.scorecard.neighbours_rank is 'Place among itself and its neighbours; 1 is best. Absent where higher or lower is not better.';
comment on column mart_public.scorecard.neighbours_rank_of is 'Number of authorities in that ranking, itself included.';
comment on column mart_public.scorecard.region_value is 'The published figure of the region; absent while region_text says not available.';
comment on column mart_public.scorecard.region_text is 'Edition of the regional figure, or not available.';
comment on column mart_public.scorecard.england_value is 'The published figure of England; absent while england_text says not available.';
comment on column mart_public.scorecard.england_text is 'Edition of the figure of England, or not available.';
comment on column mart_public.scorecard.rank is 'Place among all English authorities; 1 is best. Absent while band says not ranked.';
comment on column mart_public.scorecard.rank_of is 'Number of authorities in that ranking.';
comment on column mart_public.scorecard.band is 'Quarter of that ranking, A (best) to D, or not ranked.';
comment on column mart_public.scorecard.projection_low is 'Projected year-end figure if all goes badly; absent while projection_text says not available.';
comment on column mart_public.scorecard.projection_central is 'Projected year-end figure at the present rate; absent while projection_text says not available.';
comment on column mart_public.scorecard.projection_high is 'Projected year-end figure if all goes well; absent while projection_text says not available.';
comment on column mart_public.scorecard.projection_text is 'What the projection rests on, or not available.';
comment on column mart_public.scorecard.commentary is 'What a person wrote about the figure; empty when nobody has, or when the figure is hidden.';
