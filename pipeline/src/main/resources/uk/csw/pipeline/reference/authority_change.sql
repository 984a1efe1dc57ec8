-- One row per predecessor and successor.
insert into core.authority_change (
    effective_date, from_key, from_gss_code, from_name, to_key, to_gss_code, to_name, change_type
)
select
    effective_date::date as effective_date,
    from_code::integer as from_key,
    from_gss_code,
    from_name,
    to_code::integer as to_key,
    to_gss_code,
    to_name,
    change_type
from unnest(
    :effective_dates, :from_codes, :from_gss_codes, :from_names, :to_codes, :to_gss_codes, :to_names, :types
) as changes (
    effective_date, from_code, from_gss_code, from_name, to_code, to_gss_code, to_name, change_type
)
