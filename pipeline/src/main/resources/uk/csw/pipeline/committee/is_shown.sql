-- Whether the current release has a figure to write about; an empty basis is any.
select exists (
    select 1
    from kpi.current_value as figure
    where
        figure.kpi_code = :kpi
        and figure.authority_key = :authority
        and figure.period_key = :period
        and :basis in (figure.basis, '')
)
