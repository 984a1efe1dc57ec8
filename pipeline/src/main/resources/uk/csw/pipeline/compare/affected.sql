-- Authorities that are compared anew though their figures stay: those of whose neighbours, or groups, a member was measured, and those whose
-- shown figures were compared with other published tables or other neighbours or groups than are in force.
insert into kpi.candidate_authority (authority_key, is_measured)
with compared as materialized (
    select kpi.compared_with() as compared_with
),
affected as (
    select list.authority_key
    from kpi.comparison_member as list
    inner join kpi.candidate_authority as measured on measured.authority_key = list.member_key
    union
    select authority.authority_key
    from core.authority
    cross join compared
    left join kpi.shown_authority as shown on shown.authority_key = authority.authority_key
    where shown.compared_with is distinct from compared.compared_with
)
select
    affected.authority_key,
    false as is_measured
from affected
where
    exists (
        select 1
        from kpi.value
        where value.authority_key = affected.authority_key
    )
on conflict (authority_key) do nothing
