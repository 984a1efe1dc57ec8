-- One row per KPI, authority, period and basis, with everything a report prints beside the figure.
create view mart.scorecard as
with authority as (
    -- A name for every day: the first span reaches back, each reaches to the next, the last goes on.
    select
        authority_key,
        authority_code,
        authority_name,
        comparison_region_name,
        case
            when lag(valid_from) over spans is null then '-infinity'
            else valid_from
        end as named_from,
        coalesce(lead(valid_from) over spans, 'infinity') as named_until
    from core.dim_authority
    window spans as (partition by authority_key order by valid_from)
),

comparison as not materialized (
    select
        kpi_code,
        authority_key,
        period_key,
        basis,
        comparator,
        comparator_period,
        vintage,
        comparator_value,
        method,
        members_used,
        members_total,
        rank,
        rank_of,
        band
    from kpi.comparison
    where
        release_from <= (select release_id from ops.current_release)
        and (release_to is null or release_to > (select release_id from ops.current_release))
),

figure as (
    select
        kpi_code,
        authority_key,
        period_key,
        basis,
        definition_version,
        numerator,
        denominator,
        value,
        status,
        interval_low,
        interval_high,
        is_provisional
    from kpi.value
    where
        release_from <= (select release_id from ops.current_release)
        and (release_to is null or release_to > (select release_id from ops.current_release))
),

-- Everything at the precision that is shown, so that figures that look the same are the same.
shown as (
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
        round(figure.value, measure.decimals) as value,
        figure.numerator,
        figure.denominator as n,
        figure.status,
        figure.is_provisional,
        round(figure.interval_low, measure.decimals) as interval_low,
        round(figure.interval_high, measure.decimals) as interval_high,
        previous_period.comparator_period as previous_period_key,
        round(previous_period.comparator_value, measure.decimals) as previous_value,
        last_year.comparator_period as last_year_period_key,
        round(last_year.comparator_value, measure.decimals) as last_year_value,
        round(neighbours.comparator_value, measure.decimals) as neighbours_value,
        neighbours.method as neighbours_method,
        coalesce(neighbours.members_used, 0) as neighbours_used,
        coalesce(neighbours.members_total, 0) as neighbours_total,
        neighbours.vintage as neighbours_vintage,
        neighbours.rank as neighbours_rank,
        neighbours.rank_of as neighbours_rank_of,
        round(region.comparator_value, measure.decimals) as region_value,
        region.vintage as region_vintage,
        round(england.comparator_value, measure.decimals) as england_value,
        england.vintage as england_vintage,
        england.rank,
        england.rank_of,
        england.band,
        coalesce(commentary.commentary, '') as commentary,
        case definition.polarity
            when 'higher' then 1
            when 'lower' then -1
        end as good_change
    from figure
    join kpi.definition as definition
        on figure.kpi_code = definition.kpi_code
        and figure.definition_version = definition.definition_version
    -- On some bases a rate is only a count: it then has no denominator.
    cross join lateral (
        select
            case
                when definition.unit = 'per_10000' and figure.denominator is null and figure.value is not null
                    then 'count'
                else definition.unit
            end as unit,
            case
                when definition.unit = 'per_10000' and figure.denominator is null then 0
                else definition.decimals
            end as decimals
    ) as measure
    join core.dim_period as period on figure.period_key = period.period_key
    join authority
        on figure.authority_key = authority.authority_key
        and period.month_end >= authority.named_from
        and period.month_end < authority.named_until
    left join comparison as previous_period
        on figure.authority_key = previous_period.authority_key
        and figure.period_key = previous_period.period_key
        and figure.kpi_code = previous_period.kpi_code
        and figure.basis = previous_period.basis
        and previous_period.comparator = 'previous_period'
    left join comparison as last_year
        on figure.authority_key = last_year.authority_key
        and figure.period_key = last_year.period_key
        and figure.kpi_code = last_year.kpi_code
        and figure.basis = last_year.basis
        and last_year.comparator = 'same_period_last_year'
    left join comparison as neighbours
        on figure.authority_key = neighbours.authority_key
        and figure.period_key = neighbours.period_key
        and figure.kpi_code = neighbours.kpi_code
        and figure.basis = neighbours.basis
        and neighbours.comparator = 'statistical_neighbours'
    left join comparison as region
        on figure.authority_key = region.authority_key
        and figure.period_key = region.period_key
        and figure.kpi_code = region.kpi_code
        and figure.basis = region.basis
        and region.comparator = 'region'
    left join comparison as england
        on figure.authority_key = england.authority_key
        and figure.period_key = england.period_key
        and figure.kpi_code = england.kpi_code
        and figure.basis = england.basis
        and england.comparator = 'england'
    left join kpi.commentary as commentary
        on figure.authority_key = commentary.authority_key
        and figure.period_key = commentary.period_key
        and figure.kpi_code = commentary.kpi_code
        and figure.basis = commentary.basis
)

select
    shown.kpi_code,
    shown.kpi_name,
    shown.plain_english,
    shown.group_name,
    shown.unit,
    shown.decimals,
    shown.polarity,
    shown.authority_code,
    shown.authority_name,
    shown.comparison_region_name,
    shown.period_key,
    shown.period_label,
    shown.basis,
    shown.value,
    coalesce(shown.value::text, replace(shown.status, '_', ' ')) as value_text,
    shown.numerator,
    shown.n,
    shown.status,
    shown.is_provisional,
    shown.interval_low,
    shown.interval_high,
    null::numeric as target,
    case
        when shown.value is null then 'GREY'
        else 'BLUE'
    end as rag,
    case
        when shown.value is null then replace(shown.status, '_', ' ')
        else 'no target set'
    end as rag_reason,
    shown.previous_period_key,
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
            || case changed.short_change * shown.good_change
                when 1 then ', better'
                when -1 then ', worse'
                else ''
            end
    end as short_arrow_text,
    shown.last_year_period_key,
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
            || case changed.long_change * shown.good_change
                when 1 then ', better'
                when -1 then ', worse'
                else ''
            end
    end as long_arrow_text,
    shown.neighbours_value,
    shown.neighbours_used,
    shown.neighbours_total,
    case
        when shown.neighbours_total = 0 then 'not available'
        when shown.neighbours_value is null
            then format(
                'not available: %s of %s neighbours have a figure',
                shown.neighbours_used,
                shown.neighbours_total
            )
        else format(
            '%s of %s of %s neighbours (%s)',
            shown.neighbours_method,
            shown.neighbours_used,
            shown.neighbours_total,
            shown.neighbours_vintage
        )
    end as neighbours_text,
    shown.neighbours_rank,
    shown.neighbours_rank_of,
    shown.region_value,
    case
        when shown.region_value is null then 'not available'
        else shown.region_vintage
    end as region_text,
    shown.england_value,
    case
        when shown.england_value is null then 'not available'
        else shown.england_vintage
    end as england_text,
    shown.rank,
    shown.rank_of,
    coalesce(shown.band, 'not ranked') as band,
    null::numeric as projection_low,
    null::numeric as projection_central,
    null::numeric as projection_high,
    'not available' as projection_text,
    shown.commentary
from shown
cross join lateral (
    select
        sign(shown.value - shown.previous_value) as short_change,
        sign(shown.value - shown.last_year_value) as long_change
) as changed;

comment on view mart.scorecard is 'One row per KPI, authority, period and basis, with everything a report prints beside the figure. For people who do not model: no joins needed.';
comment on column mart.scorecard.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.scorecard.kpi_name is 'Name of the KPI.';
comment on column mart.scorecard.plain_english is 'What the KPI tells, for a reader who does not work in the service.';
comment on column mart.scorecard.group_name is 'Part of the service the KPI belongs to.';
comment on column mart.scorecard.unit is 'Unit of all values in the row: percent, per_10000 (children aged 0 to 17), count, working_days or days (medians). A rate is a count on the bases where a rate would mislead.';
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
comment on column mart.scorecard.previous_period_key is 'Month in which the previous period ends, yyyymm; absent when there is no figure for it.';
comment on column mart.scorecard.previous_value is 'The figure of the previous period.';
comment on column mart.scorecard.short_arrow is 'Change since the previous period: ▲ up, ▼ down, ▶ the same as shown, – not available.';
comment on column mart.scorecard.short_arrow_text is 'The short arrow in words, with better or worse where higher or lower is good.';
comment on column mart.scorecard.last_year_period_key is 'Month in which the same period last year ends, yyyymm; absent when there is no figure for it.';
comment on column mart.scorecard.last_year_value is 'The figure of the same period last year.';
comment on column mart.scorecard.long_arrow is 'Change since the same period last year: ▲ up, ▼ down, ▶ the same as shown, – not available.';
comment on column mart.scorecard.long_arrow_text is 'The long arrow in words, with better or worse where higher or lower is good.';
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
