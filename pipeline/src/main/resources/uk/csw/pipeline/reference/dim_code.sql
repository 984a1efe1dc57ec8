-- One row per code of a code set and span of validity.
insert into core.dim_code (
    code_set, code, code_name, group_code, group_name, sort_order, valid_from, valid_to
)
select
    code_set,
    code,
    code_name,
    group_code,
    group_name,
    sort_order,
    valid_from::date as valid_from,
    valid_to::date as valid_to
from unnest(
    :sets, :codes, :names, :group_codes, :group_names, :sort_orders, :valid_froms, :valid_tos
) as codes (
    code_set, code, code_name, group_code, group_name, sort_order, valid_from, valid_to
)
