-- One row per code set and code, in its newest wording.
create view mart.dim_code as
with newest_wording as (
    -- distinct: a code has a row per span of validity; the newest one names it
    select distinct on (code_set, code)
        code_set,
        code,
        code_name,
        group_code,
        group_name,
        sort_order
    from core.dim_code
    order by
        code_set,
        code,
        valid_from desc
),

validity as (
    select
        code_set,
        code,
        min(valid_from) as valid_from,
        max(valid_to) as valid_to
    from core.dim_code
    group by
        code_set,
        code
),

code_set as (
    -- distinct: one row per set, whatever the number of its codes
    select distinct known_code.code_set
    from core.dim_code as known_code
),

standing_code (code, code_name, sort_order) as (
    values
        ('not_recorded', 'Not recorded', 9998),
        ('not_applicable', 'Not applicable', 9999)
)

select
    newest_wording.code_set,
    newest_wording.code,
    newest_wording.code_name,
    newest_wording.group_code,
    newest_wording.group_name,
    newest_wording.sort_order,
    validity.valid_from,
    validity.valid_to
from newest_wording
join validity
    on newest_wording.code_set = validity.code_set
    and newest_wording.code = validity.code
union all
select
    code_set.code_set,
    standing_code.code,
    standing_code.code_name,
    standing_code.code as group_code,
    standing_code.code_name as group_name,
    standing_code.sort_order,
    date '1900-01-01' as valid_from,
    date '9999-12-31' as valid_to
from code_set
cross join standing_code;

comment on view mart.dim_code is 'One row per code set and code, in its newest wording. The role views (mart.dim_legal_status and so on) show one set each. Two codes stand in every set: not_recorded (the file left it blank) and not_applicable (nothing to record).';
comment on column mart.dim_code.code_set is 'The code set.';
comment on column mart.dim_code.code is 'The code as the statutory return has it.';
comment on column mart.dim_code.code_name is 'What the code means.';
comment on column mart.dim_code.group_code is 'Code of the group it is reported under.';
comment on column mart.dim_code.group_name is 'Name of the group it is reported under.';
comment on column mart.dim_code.sort_order is 'Order in which lists show the codes.';
comment on column mart.dim_code.valid_from is 'First day on which the code could be used.';
comment on column mart.dim_code.valid_to is 'Last day on which the code can be used; 9999-12-31 while it stands.';
