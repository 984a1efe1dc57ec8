--liquibase formatted sql

--changeset csw:055-is-small runOnChange:true
create or replace function kpi.is_small(unit text, numerator numeric, denominator numeric) returns boolean
language sql immutable parallel safe
return coalesce(numerator between 1 and 5, false)
    or (unit = 'percent' and coalesce(denominator - numerator between 1 and 5, false))
    or (unit in ('working_days', 'days', 'score', 'cases') and coalesce(denominator between 1 and 5, false));
comment on function kpi.is_small is 'Whether a figure has to be hidden from the public: 1 to 5 counted (the rule of the children in need and looked-after statistics), 1 to 5 of a percentage not counted, or a median or mean of 1 to 5.';
