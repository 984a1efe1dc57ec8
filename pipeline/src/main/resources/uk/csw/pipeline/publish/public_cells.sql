-- The figures of the measured authorities that everybody may see: those made of whole periods of the grain chosen for
-- their year, every one of them safe. Whatever is worked out from such figures is a sum or difference of safe counts.
insert into kpi.candidate_public_cell (authority_key, period_key, kpi_code, basis, release_id)
with cell as (
    select
        figure.authority_key,
        figure.period_key,
        figure.kpi_code,
        figure.basis,
        definition.disclosure_group,
        definition.disclosure,
        definition.window_years,
        definition.is_stock or figure.basis = 'snapshot' as is_position,
        kpi.is_safe(definition.unit, figure.numerator, figure.denominator) as is_safe,
        period.month_index,
        period.month_index + (definition.year_ends + 11 - period.month_index % 12) % 12 as year_end_index
    from kpi.candidate_value as figure
    inner join kpi.definition as definition
        on definition.kpi_code = figure.kpi_code
        and definition.definition_version = figure.definition_version
    inner join core.dim_period as period on period.period_key = figure.period_key
    where
        figure.status not in ('not_available', 'not_applicable')
        and definition.disclosure_group is not null
),
windowed as (
    select
        cell.*,
        case basis
            when 'month' then month_index
            when 'quarter' then month_index - 2
            when 'ytd' then year_end_index - 11
            else month_index - 11
        end as first_index
    from cell
),
position as (
    select
        authority_key,
        disclosure_group,
        month_index,
        bool_and(is_safe) as is_safe
    from cell
    where is_position
    group by authority_key, disclosure_group, month_index
),
-- Safe periods of the chosen grain that follow each other without a gap have one number.
begun as (
    select
        granule.authority_key,
        granule.disclosure_group,
        granule.first_index,
        granule.last_index,
        lag(granule.last_index) over series is distinct from granule.first_index - 1 as is_beginning
    from kpi.candidate_granule as granule
    inner join kpi.public_grain
        on public_grain.authority_key = granule.authority_key
        and public_grain.disclosure_group = granule.disclosure_group
        and public_grain.year_end_index = granule.year_end_index
        and public_grain.grain = granule.grain
    where
        granule.is_safe
        -- Positions are shown every month. Beside their changes the coming and going of a longer period could be told
        -- apart by month: where nobody came and went in the same month, it would be exact.
        and (
            granule.grain = 'month'
            or not exists (
                select 1
                from position
                where
                    position.authority_key = granule.authority_key
                    and position.disclosure_group = granule.disclosure_group
            )
        )
    window series as (
        partition by granule.authority_key, granule.disclosure_group
        order by granule.first_index
    )
),
run as (
    select
        authority_key,
        disclosure_group,
        first_index,
        last_index,
        count(*) filter (where is_beginning) over (
            partition by authority_key, disclosure_group
            order by first_index
        ) as run_no
    from begun
)
select
    windowed.authority_key,
    windowed.period_key,
    windowed.kpi_code,
    windowed.basis,
    :release as release_id
from windowed
left join position
    on position.authority_key = windowed.authority_key
    and position.disclosure_group = windowed.disclosure_group
    and position.month_index = windowed.month_index
left join run as opening
    on opening.authority_key = windowed.authority_key
    and opening.disclosure_group = windowed.disclosure_group
    and opening.first_index = windowed.first_index
left join run as closing
    on closing.authority_key = windowed.authority_key
    and closing.disclosure_group = windowed.disclosure_group
    and closing.last_index = windowed.month_index
where case
    when windowed.disclosure = 'none' then true
    when windowed.is_position then position.is_safe
    -- Figures over several years overlap, and nothing tells the single years: those are shown that do not overlap.
    when windowed.window_years > 1
        then windowed.is_safe
            and windowed.month_index = windowed.year_end_index
            and windowed.year_end_index / 12 % windowed.window_years = 0
    else windowed.is_safe and opening.run_no = closing.run_no
end
