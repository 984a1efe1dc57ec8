-- One row per KPI, authority, signed-off period and basis whose figure the facts now give differently.
create view mart.held_figure as
select
    held.kpi_code,
    authority.authority_code,
    held.period_key,
    held.basis,
    shown.value as shown_value,
    held.value as held_value,
    shown.numerator as shown_numerator,
    held.numerator as held_numerator,
    shown.denominator as shown_denominator,
    held.denominator as held_denominator,
    shown.status as shown_status,
    held.status as held_status
from kpi.held_figure as held
inner join core.authority as authority on held.authority_key = authority.authority_key
inner join kpi.current_value as shown
    on held.authority_key = shown.authority_key
    and held.period_key = shown.period_key
    and held.kpi_code = shown.kpi_code
    and held.basis = shown.basis
inner join kpi.sign_off as sign_off
    on held.authority_key = sign_off.authority_key
    and held.period_key = sign_off.period_key
where sign_off.reopened_at is null;

comment on view mart.held_figure is 'One row per KPI, authority, signed-off period and basis whose figure the facts now give differently. The figure signed off is shown everywhere; csw reopen lets the next release show the other. Where both are the same, only its parts differ.';
comment on column mart.held_figure.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.held_figure.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.held_figure.period_key is 'Month in which the figure ends, yyyymm.';
comment on column mart.held_figure.basis is 'How the figure is accumulated; see mart.kpi_value.';
comment on column mart.held_figure.shown_value is 'The figure as signed off, at full precision; absent unless shown_status allows one.';
comment on column mart.held_figure.held_value is 'The figure as measured last, at full precision; absent unless held_status allows one.';
comment on column mart.held_figure.shown_numerator is 'What was counted when it was signed off.';
comment on column mart.held_figure.held_numerator is 'What was counted last.';
comment on column mart.held_figure.shown_denominator is 'What it was counted out of when it was signed off.';
comment on column mart.held_figure.held_denominator is 'What it was counted out of last.';
comment on column mart.held_figure.shown_status is 'Status as signed off; see mart.kpi_value.';
comment on column mart.held_figure.held_status is 'Status as measured last; no_data when there is no figure any more.';
