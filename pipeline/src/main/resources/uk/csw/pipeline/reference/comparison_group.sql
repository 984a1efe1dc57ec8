-- One row per group; one per edition, authority and member. Where no authority is named, each member has the others.
with listed as (
    select *
    from unnest(
        -- cast, as there may be none: nothing tells the type of an empty list
        :group_codes::text[], :group_names::text[], :editions::text[], :valid_froms::text[], :valid_tos::text[],
        :authority_codes::text[], :member_codes::text[]
    ) as members (
        group_code, group_name, edition, valid_from, valid_to, authority_code, member_code
    )
),
named as (
    insert into core.comparison_group (group_code, group_name)
    -- distinct: every member's row names the group
    select distinct
        group_code,
        group_name
    from listed
)
insert into core.comparison_group_member (
    group_code, edition, authority_key, member_key, valid_from, valid_to
)
select
    listed.group_code,
    listed.edition,
    owner.authority_code::integer as authority_key,
    listed.member_code::integer as member_key,
    listed.valid_from::date as valid_from,
    listed.valid_to::date as valid_to
from listed
cross join lateral (
    select listed.authority_code
    where listed.authority_code <> ''
    union all
    select other.member_code as authority_code
    from listed as other
    where
        listed.authority_code = ''
        and other.group_code = listed.group_code
        and other.edition = listed.edition
        and other.member_code <> listed.member_code
) as owner
