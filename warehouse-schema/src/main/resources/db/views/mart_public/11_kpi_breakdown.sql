-- One row per KPI, authority, period, basis, breakdown and category that may be shown, and one for all others together.
create view mart_public.kpi_breakdown as
select
    part.kpi_code,
    authority.authority_code,
    part.period_key,
    part.basis,
    part.breakdown,
    part.category,
    part.numerator,
    part.denominator,
    part.value,
    part.status,
    current_release.release_id
from kpi.current_breakdown as part
join core.authority as authority on part.authority_key = authority.authority_key
cross join ops.current_release as current_release
where
    part.is_public
    and exists (
        select 1
        from kpi.public_cell as shown_to_all
        where
            shown_to_all.authority_key = part.authority_key
            and shown_to_all.period_key = part.period_key
            and shown_to_all.kpi_code = part.kpi_code
            and shown_to_all.basis = part.basis
    )
union all
-- distinct: which categories are hidden, and how many, is not told
select distinct
    part.kpi_code,
    authority.authority_code,
    part.period_key,
    part.basis,
    part.breakdown,
    'all others' as category,
    null::numeric as numerator,
    null::numeric as denominator,
    null::numeric as value,
    'suppressed' as status,
    current_release.release_id
from kpi.current_breakdown as part
join core.authority as authority on part.authority_key = authority.authority_key
cross join ops.current_release as current_release
where
    part.basis <> 'r12'
    and not (
        part.is_public
        and exists (
            select 1
            from kpi.public_cell as shown_to_all
            where
                shown_to_all.authority_key = part.authority_key
                and shown_to_all.period_key = part.period_key
                and shown_to_all.kpi_code = part.kpi_code
                and shown_to_all.basis = part.basis
        )
    );

comment on view mart_public.kpi_breakdown is 'One row per KPI, authority, period, basis, breakdown and category that may be shown, and one for all others together. A category is shown when every count it rests on is nought or at least 6. Where one is not, it is hidden together with the next smallest, at least two and until all that is hidden adds up to nought or at least 6; which and how many are hidden is not told. Rolling years, which overlap, are not divided here.';
comment on column mart_public.kpi_breakdown.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart_public.kpi_breakdown.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart_public.kpi_breakdown.period_key is 'Month in which the figure ends, yyyymm; see mart.dim_period.';
comment on column mart_public.kpi_breakdown.breakdown is 'What the figure is divided by: a column of the fact it is counted from, such as age, sex or legal_status.';
comment on column mart_public.kpi_breakdown.basis is 'How it is accumulated: snapshot (position at the end of the month), annual.';
comment on column mart_public.kpi_breakdown.category is 'The category: a code (see mart.dim_code), an age group in years, yes or no; not recorded; or all others, the hidden ones together.';
comment on column mart_public.kpi_breakdown.numerator is 'What was counted in the category; absent when hidden.';
comment on column mart_public.kpi_breakdown.denominator is 'What it was counted out of in the category; absent for counts and rates, and when hidden.';
comment on column mart_public.kpi_breakdown.value is 'The percentage or mean of the category; for counts and rates the count. Absent when hidden.';
comment on column mart_public.kpi_breakdown.status is 'measured; suppressed (hidden, being small or giving away what is small); too_few (too few in the category to judge); immature (too early to count).';
comment on column mart_public.kpi_breakdown.release_id is 'The release shown, the same in every row.';
