-- One row per comparator of members, edition of it, authority and member: whose figures an authority's are compared with.
create view kpi.comparison_member as
select
    'statistical_neighbours' as comparator,
    neighbour.model as vintage,
    neighbour.authority_key,
    neighbour.neighbour_key as member_key,
    neighbour.rank as place,
    neighbour.closeness,
    0 as first_period_key,
    999912 as last_period_key
from core.neighbour as neighbour
where neighbour.model = (select max(newest.model) from core.neighbour as newest)
union all
select
    member.group_code as comparator,
    member.edition as vintage,
    member.authority_key,
    member.member_key,
    null as place,
    '' as closeness,
    to_char(member.valid_from, 'YYYYMM')::integer as first_period_key,
    to_char(member.valid_to + 1 - interval '1 month', 'YYYYMM')::integer as last_period_key
from core.comparison_group_member as member;

comment on view kpi.comparison_member is 'One row per comparator of members, edition of it, authority and member: the statistical neighbours of the newest model, and the comparison groups. The periods are those on whose last day the edition is in force.';
