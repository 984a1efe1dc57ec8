-- Percentages that cannot be.
select
    count(*) over () as found,
    candidate.kpi_code || ' of authority ' || candidate.authority_key || ', ' || candidate.period_key || ' '
    || candidate.basis || ': ' || candidate.numerator || ' of ' || candidate.denominator || ' is '
    || coalesce(candidate.value::text, 'none') as words
from kpi.candidate_value as candidate
inner join kpi.definition
    on definition.kpi_code = candidate.kpi_code
    and definition.definition_version = candidate.definition_version
where
    definition.unit = 'percent'
    and (
        candidate.value not between 0 and 100
        or candidate.numerator not between 0 and candidate.denominator
    )
order by candidate.authority_key, candidate.kpi_code, candidate.period_key, candidate.basis
limit :cases
