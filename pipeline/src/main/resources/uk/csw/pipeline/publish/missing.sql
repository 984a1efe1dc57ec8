-- Covered months of the measured authorities without one of the figures that the catalogue promises. Months are the bits of
-- a number, five years in one, so that all months of an authority and KPI are set beside each other at once.
with expected as materialized (
    select
        expected.*,
        (
            select bit_or(1::bigint << month_no)
            from generate_series(0, 59) as block (month_no)
            where
                (expected.basis <> 'quarter' or month_no % 3 = 2)
                and (expected.basis <> 'annual' or month_no % 12 + 1 = expected.year_ends)
        ) as months
    from jsonb_to_recordset(:expected::jsonb) as expected (
        kpi_code text,
        basis text,
        entity text,
        year_ends integer
    )
),
measured as (
    select authority_key
    from kpi.candidate_authority
    where is_measured
),
covered as (
    select
        entity,
        authority_key,
        period_key / 500 as block,
        bit_or(1::bigint << (period_key / 100 % 5 * 12 + period_key % 100 - 1)) as months
    from core.coverage
    where authority_key in (select measured.authority_key from measured)
    group by entity, authority_key, block
),
figure as (
    -- shown and changed have the same month: what is gone is taken out below, with no need to look up each figure
    select
        kpi_code,
        basis,
        authority_key,
        period_key,
        false as is_gone
    from kpi.current_value
    union all
    select
        kpi_code,
        basis,
        authority_key,
        period_key,
        false as is_gone
    from kpi.candidate_value
    union all
    select
        kpi_code,
        basis,
        authority_key,
        period_key,
        true as is_gone
    from kpi.candidate_gone
),
counted as (
    select
        kpi_code,
        basis,
        authority_key,
        period_key / 500 as block,
        bit_or(1::bigint << (period_key / 100 % 5 * 12 + period_key % 100 - 1)) filter (where not is_gone)
        & ~coalesce(
            bit_or(1::bigint << (period_key / 100 % 5 * 12 + period_key % 100 - 1)) filter (where is_gone), 0
        ) as months
    from figure
    where authority_key in (select measured.authority_key from measured)
    group by kpi_code, basis, authority_key, block
),
left_out as materialized (
    -- kept apart, or each number would be taken to its sixty months before it is seen that none is left out
    select
        expected.kpi_code,
        expected.basis,
        covered.authority_key,
        covered.block,
        expected.months & covered.months & ~coalesce(counted.months, 0) as months
    from expected
    inner join covered on covered.entity = expected.entity
    left join counted
        on counted.kpi_code = expected.kpi_code
        and counted.basis = expected.basis
        and counted.authority_key = covered.authority_key
        and counted.block = covered.block
    where expected.months & covered.months & ~coalesce(counted.months, 0) <> 0
),
missing as (
    select
        left_out.kpi_code,
        left_out.basis,
        left_out.authority_key,
        (left_out.block * 5 + month_no / 12) * 100 + month_no % 12 + 1 as period_key
    from left_out
    inner join generate_series(0, 59) as month (month_no) on left_out.months >> month_no & 1 = 1
)
select
    count(*) over () as found,
    kpi_code || ' of authority ' || authority_key || ', ' || period_key || ' ' || basis as words
from missing
order by authority_key, kpi_code, period_key, basis
limit :cases
