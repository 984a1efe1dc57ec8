-- How one figure was first published, and every change since.
with first_shown as (
    select
        release_from,
        numerator,
        denominator,
        value,
        status
    from kpi.first_value
    where
        kpi_code = :kpi
        and authority_key = :authority
        and period_key = :period
        and basis = :basis
)

select
    first_shown.release_from as release_id,
    release.published_at,
    first_shown.numerator,
    first_shown.denominator,
    first_shown.value,
    first_shown.status,
    'first published' as reason
from first_shown
inner join mart.release as release on release.release_id = first_shown.release_from
union all
select
    restatement.new_release_id as release_id,
    restatement.restated_at as published_at,
    restatement.new_numerator as numerator,
    restatement.new_denominator as denominator,
    restatement.new_value as value,
    restatement.new_status as status,
    restatement.reason
from mart.restatement as restatement
inner join core.authority as authority on authority.authority_code = restatement.authority_code
where
    restatement.kpi_code = :kpi
    and authority.authority_key = :authority
    and restatement.period_key = :period
    and restatement.basis = :basis
order by release_id
