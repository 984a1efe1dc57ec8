-- One row per KPI of one authority and period, in the order of its priority areas, on the basis asked for or the one that says most, with its reasons in words.
with ranked as (
    select
        scorecard.*,
        row_number() over (
            partition by scorecard.kpi_code
            order by array_position(array['snapshot', 'r12', 'ytd', 'annual', 'quarter', 'month'], scorecard.basis)
        ) as preference
    from mart.scorecard as scorecard
    where
        scorecard.authority_code = :authority
        and scorecard.period_key = :period
        and (:basis::text is null or scorecard.basis = :basis)
)

select
    coalesce(area.group_name, 'Other figures') as group_name,
    ranked.kpi_code,
    ranked.kpi_name,
    basis,
    value_in_words,
    value is not null as is_reported,
    target_text,
    rag,
    rag_reason,
    case when previous_value is null then '' else previous_value || ' (' || short_arrow_text || ')' end as previous_text,
    case when last_year_value is null then '' else last_year_value || ' (' || long_arrow_text || ')' end as last_year_text,
    coalesce(neighbours_value::text, '') as neighbours,
    neighbours_text,
    comparison_groups_text,
    coalesce(region_value::text, '') as region,
    coalesce(england_value::text, '') as england,
    long_certainty,
    signal_text,
    projection_text,
    case
        when commentary = '' then ''
        else commentary || ' (' || commentary_by || ', '
            || to_char(commentary_at at time zone 'Europe/London', 'FMDD FMMonth YYYY') || ')'
    end as commentary
from ranked
left join mart.kpi_group as area
    on area.authority_code = ranked.authority_code
    and area.kpi_code = ranked.kpi_code
where preference = 1
order by
    area.group_order,
    area.kpi_order,
    ranked.kpi_code
