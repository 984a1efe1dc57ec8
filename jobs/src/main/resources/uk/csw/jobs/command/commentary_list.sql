-- What was written beside figures, newest first.
select
    kpi_code,
    authority_code,
    period_key,
    basis,
    to_char(written_at at time zone 'Europe/London', 'YYYY-MM-DD') as written_on,
    written_by,
    is_current,
    commentary
from mart.commentary
where
    (:authority::text is null or authority_code = :authority)
    and (:period::integer is null or period_key = :period)
    and (:kpi::text is null or kpi_code = :kpi)
    and (:history or is_current)
order by
    written_at desc,
    kpi_code,
    authority_code,
    period_key
