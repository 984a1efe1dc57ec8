-- One row per comparison group, edition, authority that is compared with it and member.
create view mart.comparison_group as
with latest_name as (
    select
        authority_key,
        authority_code,
        authority_name,
        row_number() over (partition by authority_key order by valid_from desc) as recency
    from core.dim_authority
)

select
    named.group_code,
    named.group_name,
    member.edition,
    member.valid_from,
    member.valid_to,
    authority.authority_code,
    authority.authority_name,
    other.authority_code as member_code,
    other.authority_name as member_name
from core.comparison_group_member as member
join core.comparison_group as named on member.group_code = named.group_code
join latest_name as authority on member.authority_key = authority.authority_key
join latest_name as other on member.member_key = other.authority_key
where
    authority.recency = 1
    and other.recency = 1;

comment on view mart.comparison_group is 'One row per comparison group, edition, authority that is compared with it and member: the groups that councils chose besides their statistical neighbours (config/comparison-groups).';
comment on column mart.comparison_group.group_code is 'The group; comparator of its rows in mart.kpi_comparison.';
comment on column mart.comparison_group.group_name is 'What the council calls it.';
comment on column mart.comparison_group.edition is 'Edition of the list of members; vintage of its rows in mart.kpi_comparison.';
comment on column mart.comparison_group.valid_from is 'First day of the edition. A figure is compared with the edition of the day its period ends.';
comment on column mart.comparison_group.valid_to is 'Last day of the edition; 9999-12-31 until further notice.';
comment on column mart.comparison_group.authority_code is 'Authority that is compared with the group; see mart.dim_authority.';
comment on column mart.comparison_group.authority_name is 'Its name now.';
comment on column mart.comparison_group.member_code is 'Authority code of a member, never the authority itself.';
comment on column mart.comparison_group.member_name is 'Name of the member now.';
