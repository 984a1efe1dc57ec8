--liquibase formatted sql

-- Groups that an authority is compared with because its council chose them, besides its statistical neighbours.

--changeset csw:064-comparison-group
create table core.comparison_group (
    group_code text primary key,
    group_name text not null
);
comment on table core.comparison_group is 'One row per comparison group in config/comparison-groups; its code is the comparator of the comparisons with it.';
create table core.comparison_group_member (
    group_code text not null,
    edition text not null,
    authority_key integer not null,
    member_key integer not null,
    valid_from date not null,
    valid_to date not null,
    primary key (group_code, authority_key, edition, member_key)
);
comment on table core.comparison_group_member is 'One row per comparison group, edition, authority that is compared with it and member it is compared with, itself never among them. One edition of a group is in force for an authority on a day.';

--changeset csw:064-compared-with
create or replace function kpi.compared_with() returns text
language sql stable
-- The number is raised when there is more to compare with, so that figures compared before are compared anew.
return md5(
    '2 ' || coalesce(
        (
            select string_agg(file.sha256 || ' ' || extract(epoch from file.loaded_at), ' ' order by file.sha256)
            from core.published_file as file
        ),
        ''
    )
    || ' ' || coalesce(
        (
            select
                string_agg(
                    neighbour.authority_key || ' ' || neighbour.neighbour_key, ' '
                    order by neighbour.authority_key, neighbour.neighbour_key
                )
            from core.neighbour
            where neighbour.model = (select max(newest.model) from core.neighbour as newest)
        ),
        ''
    )
    || ' ' || coalesce(
        (
            select
                string_agg(
                    concat_ws(
                        ' ', member.group_code, member.edition, member.authority_key, member.member_key,
                        member.valid_from, member.valid_to
                    ), ' '
                    order by member.group_code, member.edition, member.authority_key, member.member_key
                )
            from core.comparison_group_member as member
        ),
        ''
    )
);
comment on function kpi.compared_with is 'Version of what figures are compared with besides each other: the published tables, who is whose statistical neighbour, and who is in which comparison group.';
