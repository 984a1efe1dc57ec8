-- One row: what the figures that wait to be published would change in those shown.
with waiting as (
    select
        candidate.authority_key,
        candidate.period_key,
        candidate.kpi_code,
        candidate.basis,
        (candidate.value, candidate.numerator, candidate.denominator, candidate.status) as figure
    from kpi.candidate_value as candidate
),

shown as (
    select
        value.authority_key,
        value.period_key,
        value.kpi_code,
        value.basis,
        (value.value, value.numerator, value.denominator, value.status) as figure
    from kpi.value as value
    inner join kpi.candidate_authority as measured
        on measured.authority_key = value.authority_key
    where measured.is_measured
        and value.release_to is null
)

select
    count(*) filter (where shown.kpi_code is null) as added,
    count(*) filter (
        where shown.kpi_code is not null
            and waiting.kpi_code is not null
            and waiting.figure is distinct from shown.figure
    ) as changed,
    count(*) filter (where waiting.kpi_code is null) as gone
from waiting
full join shown
    on shown.authority_key = waiting.authority_key
    and shown.period_key = waiting.period_key
    and shown.kpi_code = waiting.kpi_code
    and shown.basis = waiting.basis
