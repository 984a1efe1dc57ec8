-- What was held of the authorities that are measured anew.
delete from kpi.held_figure
where authority_key = any (:authorities)
