-- one row per authority whose people have to be looked up in every standing file: something other than the newest month
-- of its people changed. Layouts count together: a yearly census often comes in after later monthly returns.
create temporary table person_history on commit drop as
with person_file as (
    select
        standing.authority_key,
        standing.period_key,
        coalesce(standing.period_key = change_of_standing.added_period, false) as is_added
    from standing
    left join change_of_standing
        on change_of_standing.authority_key = standing.authority_key
        and change_of_standing.layout = standing.layout
    where standing.layout = any (:layouts::text[])
)
select authority_key
from change_of_standing
where layout = any (:layouts::text[])
    and not is_next
union
select authority_key
from person_file
group by authority_key
having min(period_key) filter (where is_added) <= max(period_key) filter (where not is_added)
