-- The safe periods of the chosen grains. Those that follow each other without a gap have one number.
insert into public_run (authority_key, disclosure_group, first_index, last_index, run_no)
with position as (
    -- distinct: a group has a position in many months
    select distinct
        authority_key,
        disclosure_group
    from public_figure
    where is_position
),
begun as (
    select
        granule.authority_key,
        granule.disclosure_group,
        granule.first_index,
        granule.last_index,
        lag(granule.last_index) over series is distinct from granule.first_index - 1 as is_beginning
    from public_granule as granule
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
            or (granule.authority_key, granule.disclosure_group) not in (
                select
                    authority_key,
                    disclosure_group
                from position
            )
        )
    window series as (
        partition by granule.authority_key, granule.disclosure_group
        order by granule.first_index
    )
)
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
