-- A text about a figure.
insert into kpi.commentary (
    kpi_code,
    authority_key,
    period_key,
    basis,
    commentary,
    written_by,
    written_at
)
values (
    :kpi,
    :authority,
    :period,
    :basis,
    :text,
    :by,
    :now
)
