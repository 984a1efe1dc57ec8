-- What there is to sign off: the figures shown, and how many of them a release that is not published yet would change.
select
    (select release_id from ops.current_release) as release_id,
    count(shown.value) as figures,
    count(*) filter (
        where
            measured.is_measured
            and (candidate.numerator, candidate.denominator, candidate.value, candidate.status)
            is distinct from (shown.numerator, shown.denominator, shown.value, shown.status)
    ) as unpublished
from kpi.current_value as shown
left join kpi.candidate_authority as measured on measured.authority_key = shown.authority_key
left join kpi.candidate_value as candidate
    on candidate.authority_key = shown.authority_key
    and candidate.period_key = shown.period_key
    and candidate.kpi_code = shown.kpi_code
    and candidate.basis = shown.basis
where
    shown.authority_key = :authority
    and shown.period_key = :period
