-- Covered months of the measured authorities without one of the figures that the catalogue promises.
with promised as (
    select
        expected.kpi_code,
        expected.basis,
        coverage.authority_key,
        coverage.period_key
    from jsonb_to_recordset(:expected::jsonb) as expected (
        kpi_code text,
        basis text,
        entity text,
        year_ends integer
    )
    inner join core.coverage
        on coverage.entity = expected.entity
    inner join kpi.candidate_authority as measured
        on measured.authority_key = coverage.authority_key
    where
        measured.is_measured
        and (expected.basis <> 'quarter' or coverage.period_key % 100 in (3, 6, 9, 12))
        and (expected.basis <> 'annual' or coverage.period_key % 100 = expected.year_ends)
)
select
    count(*) over () as found,
    promised.kpi_code || ' of authority ' || promised.authority_key || ', ' || promised.period_key || ' '
    || promised.basis as words
from promised
left join kpi.next_value as candidate
    on candidate.kpi_code = promised.kpi_code
    and candidate.basis = promised.basis
    and candidate.authority_key = promised.authority_key
    and candidate.period_key = promised.period_key
where candidate.kpi_code is null
order by promised.authority_key, promised.kpi_code, promised.period_key, promised.basis
limit :cases
