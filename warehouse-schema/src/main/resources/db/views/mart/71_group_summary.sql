-- One row per authority, period, basis and priority area: how many of its KPIs have which colour.
create view mart.group_summary as
select
    card.authority_code,
    card.authority_name,
    card.period_key,
    card.period_label,
    card.basis,
    area.group_order,
    area.group_name,
    count(*)::integer as kpis_in_remit,
    count(card.value)::integer as kpis_reported,
    count(*) filter (where card.rag in ('RED', 'AMBER', 'GREEN'))::integer as kpis_rated,
    count(*) filter (where card.rag = 'RED')::integer as red,
    count(*) filter (where card.rag = 'AMBER')::integer as amber,
    count(*) filter (where card.rag = 'GREEN')::integer as green,
    count(*) filter (where card.rag = 'BLUE')::integer as blue,
    count(*) filter (where card.rag = 'GREY')::integer as grey,
    round(
        100.0 * count(*) filter (where card.rag = 'RED')
        / nullif(count(*) filter (where card.rag in ('RED', 'AMBER', 'GREEN')), 0)
    )::integer as red_percent,
    round(
        100.0 * count(*) filter (where card.rag = 'AMBER')
        / nullif(count(*) filter (where card.rag in ('RED', 'AMBER', 'GREEN')), 0)
    )::integer as amber_percent,
    round(
        100.0 * count(*) filter (where card.rag = 'GREEN')
        / nullif(count(*) filter (where card.rag in ('RED', 'AMBER', 'GREEN')), 0)
    )::integer as green_percent
from mart.scorecard as card
inner join mart.kpi_group as area
    on area.authority_code = card.authority_code
    and area.kpi_code = card.kpi_code
group by
    card.authority_code,
    card.authority_name,
    card.period_key,
    card.period_label,
    card.basis,
    area.group_order,
    area.group_name;

comment on view mart.group_summary is 'One row per authority, period, basis and priority area: how many of its KPIs have which colour. Percentages are of the KPIs of the area that are rated red, amber or green, not of all.';
comment on column mart.group_summary.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.group_summary.authority_name is 'Name of the authority at the end of the month.';
comment on column mart.group_summary.period_key is 'Month in which the figures end, yyyymm; see mart.dim_period.';
comment on column mart.group_summary.period_label is 'The month in words.';
comment on column mart.group_summary.basis is 'How the figures are accumulated; see mart.kpi_value.';
comment on column mart.group_summary.group_order is 'Place of the area among the areas; see mart.kpi_group.';
comment on column mart.group_summary.group_name is 'The priority area.';
comment on column mart.group_summary.kpis_in_remit is 'KPIs of the area that have a row on this basis, with a figure or without.';
comment on column mart.group_summary.kpis_reported is 'Those that have a figure.';
comment on column mart.group_summary.kpis_rated is 'Those that are red, amber or green: what the percentages are of.';
comment on column mart.group_summary.red is 'KPIs that are red.';
comment on column mart.group_summary.amber is 'KPIs that are amber.';
comment on column mart.group_summary.green is 'KPIs that are green.';
comment on column mart.group_summary.blue is 'KPIs for information only: no target.';
comment on column mart.group_summary.grey is 'KPIs with nothing to judge: no figure, too few cases, or too early.';
comment on column mart.group_summary.red_percent is 'Red out of the KPIs rated, in percent; absent when none is rated.';
comment on column mart.group_summary.amber_percent is 'Amber out of the KPIs rated, in percent; absent when none is rated.';
comment on column mart.group_summary.green_percent is 'Green out of the KPIs rated, in percent; absent when none is rated.';
