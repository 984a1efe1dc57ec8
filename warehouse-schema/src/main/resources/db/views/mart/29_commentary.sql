-- One row per text that a person ever wrote about a figure.
create view mart.commentary as
select
    commentary.kpi_code,
    authority.authority_code,
    commentary.period_key,
    case commentary.basis when '' then 'every basis' else commentary.basis end as basis,
    commentary.commentary,
    commentary.written_by,
    commentary.written_at,
    commentary.superseded_at is null as is_current,
    commentary.superseded_at
from kpi.commentary as commentary
inner join core.authority as authority on authority.authority_key = commentary.authority_key;

comment on view mart.commentary is 'One row per text that a person ever wrote about a figure. Written with csw commentary add; nothing is edited: a later text supersedes the earlier one.';
comment on column mart.commentary.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.commentary.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.commentary.period_key is 'Month in which the figure ends, yyyymm; see mart.dim_period.';
comment on column mart.commentary.basis is 'The basis it is about, or every basis. One about the very basis comes first.';
comment on column mart.commentary.commentary is 'The text.';
comment on column mart.commentary.written_by is 'Who wrote it.';
comment on column mart.commentary.written_at is 'When.';
comment on column mart.commentary.is_current is 'True for the text that is printed beside the figure.';
comment on column mart.commentary.superseded_at is 'When a later text took its place; absent while is_current.';
