-- one row per file whose rows are read from staging: of the added delivery, or of all that stand where history changed
select
    standing.layout,
    standing.file_id
from standing
join change_of_standing
    on change_of_standing.authority_key = standing.authority_key
    and change_of_standing.layout = standing.layout
where not change_of_standing.is_next
    or standing.period_key = change_of_standing.added_period
