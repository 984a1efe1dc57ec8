-- one row per file of people to read: the added ones, or all that stand where history changed
select standing.file_id
from standing
left join change_of_standing
    on change_of_standing.authority_key = standing.authority_key
    and change_of_standing.layout = standing.layout
where standing.layout = any (:layouts::text[])
    and (
        standing.period_key = change_of_standing.added_period
        or standing.authority_key in (select authority_key from person_history)
    )
