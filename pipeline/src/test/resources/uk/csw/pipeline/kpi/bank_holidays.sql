-- The bank holidays, for counting working days one by one.
create temporary table bank_holiday on commit drop as
select unnest(:days::date[]) as date
