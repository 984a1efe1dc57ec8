-- The vintage of a file that was loaded before, by another mapping, stays as it is.
insert into core.published_file (
    sha256,
    mapping,
    file_name,
    source_table,
    is_collection,
    newest_year,
    edition,
    vintage,
    loaded_at
)
select
    :sha256 as sha256,
    :mapping as mapping,
    :file_name as file_name,
    :source_table as source_table,
    :is_collection as is_collection,
    :newest_year as newest_year,
    coalesce(max(edition), 0) + 1 as edition,
    :newest_year::integer || case when max(edition) is null then '' else ' (' || max(edition) + 1 || ')' end as vintage,
    :loaded_at::timestamptz as loaded_at
from core.published_file as earlier
where
    earlier.source_table = :source_table
    and earlier.newest_year = :newest_year
    and earlier.sha256 <> :sha256
    -- A table may be published in several files: only one that gives the same figure is another edition.
    and exists (
        select 1
        from core.published_value as given
        inner join published_row as again
            on again.kpi_code = given.kpi_code
            and again.year = given.year
            and again.area_code = given.area_code
        where given.file_id = earlier.file_id
    )
on conflict (sha256) do update set
    mapping = excluded.mapping,
    file_name = excluded.file_name,
    is_collection = excluded.is_collection,
    loaded_at = excluded.loaded_at
returning vintage
