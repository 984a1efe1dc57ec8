-- Chooses, once and for all, in which periods a KPI (or group) of an authority is shown for a year: the smallest of
-- month, quarter and year whose counts are all safe. Of a year that goes on not all are known: there the counts of the
-- year before must have been ample in every such period.
insert into kpi.public_grain (
    authority_key,
    disclosure_group,
    year_end_index,
    grain
)
with year as (
    select
        authority_key,
        disclosure_group,
        year_end_index,
        count(*) filter (where grain = 'month' and is_safe) as safe_months,
        count(*) filter (where grain = 'quarter' and is_safe) as safe_quarters,
        count(*) filter (where grain = 'month' and is_ample) as ample_months,
        count(*) filter (where grain = 'quarter' and is_ample) as ample_quarters
    from public_granule
    group by authority_key, disclosure_group, year_end_index
),
newest as (
    select
        authority_key,
        disclosure_group,
        max(last_index) as month_index
    from public_granule
    group by authority_key, disclosure_group
)
select
    year.authority_key,
    year.disclosure_group,
    year.year_end_index,
    case
        when newest.month_index >= year.year_end_index then case
            when year.safe_months = 12 then 'month'
            when year.safe_quarters = 4 then 'quarter'
            else 'year'
        end
        when before.ample_months = 12 then 'month'
        when before.ample_quarters = 4 then 'quarter'
        else 'year'
    end as grain
from year
inner join newest
    on newest.authority_key = year.authority_key
    and newest.disclosure_group = year.disclosure_group
left join year as before
    on before.authority_key = year.authority_key
    and before.disclosure_group = year.disclosure_group
    and before.year_end_index = year.year_end_index - 12
on conflict (authority_key, disclosure_group, year_end_index) do nothing
