-- The figures whose parts are new, not as they are shown, or not divided any more.
insert into kpi.candidate_divided (authority_key, period_key, kpi_code, basis)
with shown as (
    select
        part.authority_key,
        part.period_key,
        part.kpi_code,
        part.basis,
        part.breakdown,
        part.category,
        part.numerator,
        part.denominator,
        part.value,
        part.status,
        divided.window_no,
        divided.is_counted
    from kpi.current_breakdown as part
    left join measure_breakdown_window as divided
        on divided.authority_key = part.authority_key
        and divided.period_key = part.period_key
        and divided.kpi_code = part.kpi_code
        and divided.basis = part.basis
    where part.authority_key = any (:authorities)
),
different as (
    -- distinct: a figure has many parts
    select distinct coalesce(measured.window_no, shown.window_no) as window_no
    from measure_part as measured
    full join (select * from shown where is_counted) as shown
        on shown.window_no = measured.window_no
        and shown.breakdown = measured.breakdown
        and shown.category = measured.category
    where
        (measured.numerator, measured.denominator, measured.value, measured.status)
        is distinct from (shown.numerator, shown.denominator, shown.value, shown.status)
)
select
    divided.authority_key,
    divided.period_key,
    divided.kpi_code,
    divided.basis
from different
inner join measure_breakdown_window as divided on divided.window_no = different.window_no
union
select
    authority_key,
    period_key,
    kpi_code,
    basis
from shown
where window_no is null
