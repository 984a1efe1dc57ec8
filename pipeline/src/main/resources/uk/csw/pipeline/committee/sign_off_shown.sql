-- What there is to sign off: the figures shown, and how many of them a release that is not published yet would change.
select
    (select release_id from ops.current_release) as release_id,
    count(shown.value) as figures,
    count(*) filter (
        where
            (next.numerator, next.denominator, next.value, next.status)
            is distinct from (shown.numerator, shown.denominator, shown.value, shown.status)
    ) as unpublished
from kpi.current_value as shown
left join kpi.next_value as next
    on next.authority_key = shown.authority_key
    and next.period_key = shown.period_key
    and next.kpi_code = shown.kpi_code
    and next.basis = shown.basis
where
    shown.authority_key = :authority
    and shown.period_key = :period
