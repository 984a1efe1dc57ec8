--liquibase formatted sql

--changeset csw:042-month-index
create function core.month_index(day date) returns integer
language sql immutable parallel safe
return (extract(year from day) * 12 + extract(month from day))::integer - 1;
comment on function core.month_index is 'The month of a day as in core.dim_period.month_index.';

--changeset csw:042-month-index-comment
comment on table core.dim_period is 'One row per calendar month; month_index is twelve times the year plus the months before it in that year, so month arithmetic is subtraction.';
