-- One row per care leaver and birthday, as core.fact_care_leaver, but for the day of the birthday.
create view kpi.care_leaver as
select
    care_leaver.authority_key,
    care_leaver.child_key,
    date_trunc('month', care_leaver.birthday)::date as birthday,
    care_leaver.age_at_birthday,
    care_leaver.in_touch,
    care_leaver.activity,
    care_leaver.accommodation,
    care_leaver.is_foster_leaver_at_18,
    care_leaver.file_id,
    care_leaver.line
from core.fact_care_leaver as care_leaver;

comment on view kpi.care_leaver is 'One row per care leaver and birthday, as core.fact_care_leaver, but for the day of the birthday: it is the first of its month, since analysts see birth month, never birth date. For csw explain --cases; reports read mart.fact_care_leaver.';
