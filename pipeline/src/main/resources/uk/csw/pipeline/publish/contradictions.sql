-- not_applicable and not_available have no numbers, no_data no value; the others have both. Each belongs to a definition that is kept.
select
    count(*) over () as found,
    candidate.kpi_code || ' of authority ' || candidate.authority_key || ', ' || candidate.period_key || ' '
    || candidate.basis || ': ' || candidate.status || ' with value ' || coalesce(candidate.value::text, 'none') as words
from kpi.candidate_value as candidate
left join kpi.definition
    on definition.kpi_code = candidate.kpi_code
    and definition.definition_version = candidate.definition_version
where
    definition.kpi_code is null
    or candidate.status not in ('measured', 'too_few', 'immature', 'not_applicable', 'not_available', 'no_data')
    or (candidate.status in ('not_applicable', 'not_available', 'no_data')) <> (candidate.value is null)
    or (
        candidate.status in ('not_applicable', 'not_available')
        and (candidate.numerator is not null or candidate.denominator is not null)
    )
order by candidate.authority_key, candidate.kpi_code, candidate.period_key, candidate.basis
limit :cases
