-- one row per return and child of whom some other table of the return tells something
create temporary table checked_other as
select
    file.return_no,
    told.child_key,
    bool_or(told.is_carer) as is_adopted_by_carer,
    bool_or(told.kind = 'decision') as has_decision,
    max(told.first_date) filter (where told.kind = 'decision') as placing_decided_date,
    (
        array_agg(told.last_date order by told.first_date desc, told.line desc) filter (where told.kind = 'decision')
    )[1] as placing_ceased_date,
    bool_or(told.kind = 'leaver') as has_leaver,
    bool_or(told.kind = 'permanence') as has_permanence,
    bool_or(told.kind = 'worker') as has_social_worker
from (
    select
        file_id,
        line,
        child_key,
        'adoption' as kind,
        null::date as first_date,
        null::date as last_date,
        foster_carer_adopts as is_carer
    from staging.adoption
    where file_id = any (:adoption_files::integer[])
    union all
    select file_id, line, child_key, 'decision', placed_date, ceased_date, null
    from staging.adoption_placement
    where file_id = any (:adoption_placement_files::integer[])
    union all
    select file_id, line, child_key, 'leaver', null, null, null
    from staging.care_leaver
    where file_id = any (:care_leaver_files::integer[])
    union all
    select file_id, line, child_key, 'permanence', null, null, null
    from staging.previous_permanence
    where file_id = any (:previous_permanence_files::integer[])
    union all
    select file_id, line, child_key, 'worker', null, null, null
    from staging.social_worker_spell
    where file_id = any (:social_worker_spell_files::integer[])
) as told
inner join checked_file as file on file.file_id = told.file_id
group by file.return_no, told.child_key
