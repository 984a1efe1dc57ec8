-- Comparisons of measured authorities that stand beside no figure.
with beside as (
    -- distinct: several comparisons stand beside a figure
    select distinct
        comparison.authority_key,
        comparison.period_key,
        comparison.kpi_code,
        comparison.basis
    from kpi.candidate_comparison as comparison
    inner join kpi.candidate_authority as measured on measured.authority_key = comparison.authority_key
    where measured.is_measured
),
unchanged as (
    select *
    from beside
    where
        not exists (
            select 1
            from kpi.candidate_value as candidate
            where
                candidate.authority_key = beside.authority_key
                and candidate.period_key = beside.period_key
                and candidate.kpi_code = beside.kpi_code
                and candidate.basis = beside.basis
        )
),
stray as (
    select unchanged.*
    from unchanged
    -- looked up one by one (offset keeps the planner from scanning all figures)
    left join lateral (
        select true as is_shown
        from kpi.current_value as figure
        where
            figure.authority_key = unchanged.authority_key
            and figure.period_key = unchanged.period_key
            and figure.kpi_code = unchanged.kpi_code
            and figure.basis = unchanged.basis
        offset 0
    ) as shown on true
    where
        shown.is_shown is null
        or exists (
            select 1
            from kpi.candidate_gone as gone
            where
                gone.authority_key = unchanged.authority_key
                and gone.period_key = unchanged.period_key
                and gone.kpi_code = unchanged.kpi_code
                and gone.basis = unchanged.basis
        )
)
select
    count(*) over () as found,
    comparison.kpi_code || ' of authority ' || comparison.authority_key || ', ' || comparison.period_key || ' '
    || comparison.basis || ' beside ' || comparison.comparator as words
from stray
inner join kpi.candidate_comparison as comparison
    on comparison.authority_key = stray.authority_key
    and comparison.period_key = stray.period_key
    and comparison.kpi_code = stray.kpi_code
    and comparison.basis = stray.basis
order by comparison.authority_key, comparison.kpi_code, comparison.period_key, comparison.basis
limit :cases
