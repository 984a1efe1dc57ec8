-- one row per return and child that it describes
create temporary table checked_child as
select
    file.return_no,
    person.child_key,
    min(person.birth_date) as birth_date,
    min(person.sex) as sex,
    min(person.death_date) as death_date
from staging.person
inner join checked_file as file on file.file_id = person.file_id
where person.file_id = any (:person_files::integer[])
group by file.return_no, person.child_key
