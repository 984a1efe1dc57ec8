-- one row per authority, layout and period: the delivery whose rows stand now, and from when it is complete
create temporary table standing_now on commit drop as
select distinct -- a delivery may hold several files of one layout
    standing.authority_key,
    standing.layout,
    layout_rule.entity,
    case layout_rule.coverage
        when 'financial-year-to-date' then period.month_index - period.month_of_financial_year + 1
        when 'rolling-6-months' then period.month_index - 5
        when 'rolling-12-months' then period.month_index - 11
        when 'position' then period.month_index
        else 0
    end as coverage_from,
    standing.period_key,
    standing.delivery_id
from standing
join core.dim_period as period on period.period_key = standing.period_key
join unnest(:layouts, :entities, :coverages) as layout_rule (layout, entity, coverage)
    on layout_rule.layout = standing.layout
where standing.authority_key = any (:authorities)
