-- The text in force about a figure gives way to another.
update kpi.commentary
set superseded_at = :now
where
    kpi_code = :kpi
    and authority_key = :authority
    and period_key = :period
    and basis = :basis
    and superseded_at is null
