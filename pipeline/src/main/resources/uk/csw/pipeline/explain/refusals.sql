-- Why rows of these files are in quarantine: how many broke which rule. One row may break several.
select
    layout,
    rule_code,
    title,
    sum(rows_refused) as rows_refused
from kpi.refused_rows
where
    delivery_id = any (:deliveries)
    and file_id = any (:files)
group by
    layout,
    rule_code,
    title
order by
    layout,
    rows_refused desc,
    rule_code
