-- What was held of the figures that are measured anew, and of those whose parts alone differed.
delete from kpi.held_figure as held
where
    held.authority_key = any (:authorities)
    and (
        held.authority_key in (select authority_key from measure_whole)
        or exists (
            select 1
            from measure_value as measured
            where
                measured.authority_key = held.authority_key
                and measured.period_key = held.period_key
                and measured.kpi_code = held.kpi_code
                and measured.basis = held.basis
        )
        or exists (
            select 1
            from kpi.current_value as shown
            where
                shown.authority_key = held.authority_key
                and shown.period_key = held.period_key
                and shown.kpi_code = held.kpi_code
                and shown.basis = held.basis
                and (shown.numerator, shown.denominator, shown.value, shown.status)
                is not distinct from (held.numerator, held.denominator, held.value, held.status)
        )
        -- whose parts are as they were
        and not exists (
            select 1
            from measure_breakdown_window as divided
            where
                divided.authority_key = held.authority_key
                and divided.period_key = held.period_key
                and divided.kpi_code = held.kpi_code
                and divided.basis = held.basis
                and not divided.is_counted
        )
    )
