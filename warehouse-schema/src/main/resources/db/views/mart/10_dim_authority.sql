-- One row per authority and span of validity: a new name, code or region starts a new span.
create view mart.dim_authority as
select
    authority.authority_code,
    authority.gss_code,
    authority.authority_name,
    authority.region_name,
    authority.comparison_region_name,
    authority.authority_type,
    authority.valid_from,
    authority.valid_to,
    authority.is_live,
    authority.valid_from
    = max(authority.valid_from) over (partition by authority.authority_key) as is_latest
from core.dim_authority as authority;

comment on view mart.dim_authority is 'One row per authority and span of validity: a new name, code or region starts a new span. Join the other views to the rows with is_latest, or pick the span that holds your date.';
comment on column mart.dim_authority.authority_code is 'Three-digit code of the Department for Education (DfE), as text. The key that all views share.';
comment on column mart.dim_authority.gss_code is 'Nine-character code of the Government Statistical Service (GSS); changes when boundaries or status change.';
comment on column mart.dim_authority.authority_name is 'Name of the authority in this span.';
comment on column mart.dim_authority.region_name is 'English region; London is one region here.';
comment on column mart.dim_authority.comparison_region_name is 'Region that DfE compares the authority with: Inner or Outer London for London authorities, otherwise the region.';
comment on column mart.dim_authority.authority_type is 'Kind of authority: county, unitary authority, metropolitan borough, London borough.';
comment on column mart.dim_authority.valid_from is 'First day of the span.';
comment on column mart.dim_authority.valid_to is 'Last day of the span; 9999-12-31 while it stands.';
comment on column mart.dim_authority.is_live is 'True when the authority exists today.';
comment on column mart.dim_authority.is_latest is 'True on the newest span of the authority: exactly one row per authority_code.';
