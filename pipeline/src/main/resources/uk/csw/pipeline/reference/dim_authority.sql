-- One row per authority and span of validity.
insert into core.dim_authority (
    authority_key, authority_code, gss_code, authority_name, region_code, region_name,
    comparison_region_name, authority_type, valid_from, valid_to, is_live
)
select
    authority_code::integer as authority_key,
    authority_code,
    gss_code,
    authority_name,
    region_code,
    region_name,
    comparison_region_name,
    authority_type,
    valid_from::date as valid_from,
    valid_to::date as valid_to,
    valid_to::date = date '9999-12-31' as is_live
from unnest(
    :codes, :gss_codes, :names, :region_codes, :region_names, :comparison_region_names, :types, :valid_froms, :valid_tos
) as authorities (
    authority_code, gss_code, authority_name, region_code, region_name,
    comparison_region_name, authority_type, valid_from, valid_to
)
