-- The parts of the figures whose parts are looked at anew, and which of them everybody may see: none of figures that are
-- hidden themselves, and none of rolling years, which overlap. Categories are hidden in the order: unsafe ones, then the
-- smallest; two at least where one is unsafe, and until all that is hidden adds up to a safe count. KPIs that give each
-- other away hide the same categories.
insert into public_part (
    authority_key,
    period_key,
    kpi_code,
    basis,
    breakdown,
    category,
    numerator,
    denominator,
    value,
    status,
    is_public
)
with wanted as materialized (
    select
        divided.*,
        figure.disclosure_group,
        figure.disclosure,
        figure.unit,
        cell.kpi_code is not null and divided.basis <> 'r12' as is_of_public_figure
    from public_divided as divided
    left join public_figure as figure
        on figure.authority_key = divided.authority_key
        and figure.period_key = divided.period_key
        and figure.kpi_code = divided.kpi_code
        and figure.basis = divided.basis
    left join public_chosen as cell
        on cell.authority_key = divided.authority_key
        and cell.period_key = divided.period_key
        and cell.kpi_code = divided.kpi_code
        and cell.basis = divided.basis
),
part as (
    select
        part.kpi_code,
        part.authority_key,
        part.period_key,
        part.basis,
        part.breakdown,
        part.category,
        part.numerator,
        part.denominator,
        part.value,
        part.status,
        wanted.disclosure_group,
        wanted.disclosure,
        wanted.unit,
        wanted.is_of_public_figure
    from wanted
    inner join kpi.candidate_breakdown as part
        on part.authority_key = wanted.authority_key
        and part.period_key = wanted.period_key
        and part.kpi_code = wanted.kpi_code
        and part.basis = wanted.basis
    where wanted.is_replaced
    union all
    select
        part.kpi_code,
        part.authority_key,
        part.period_key,
        part.basis,
        part.breakdown,
        part.category,
        part.numerator,
        part.denominator,
        part.value,
        part.status,
        wanted.disclosure_group,
        wanted.disclosure,
        wanted.unit,
        wanted.is_of_public_figure
    from wanted
    inner join kpi.breakdown_value as part
        on part.authority_key = wanted.authority_key
        and part.period_key = wanted.period_key
        and part.kpi_code = wanted.kpi_code
        and part.basis = wanted.basis
    where
        part.release_to is null
        and not wanted.is_replaced
),
considered as (
    select
        part.*,
        disclosure = 'none' or kpi.is_safe(unit, numerator, denominator) as is_safe,
        -- A part that an earlier release showed and that is small now could be told by who changed least.
        not kpi.is_safe(unit, numerator, denominator)
        and exists (
            select 1
            from kpi.breakdown_value as earlier
            where
                earlier.authority_key = any (:authorities)
                and earlier.authority_key = part.authority_key
                and earlier.period_key = part.period_key
                and earlier.kpi_code = part.kpi_code
                and earlier.basis = part.basis
                and earlier.breakdown = part.breakdown
                and earlier.category = part.category
                and earlier.is_public
        ) as is_known
    from part
    where is_of_public_figure
),
judged as (
    select
        considered.*,
        bool_and(is_safe) over category as is_category_safe,
        sum(coalesce(denominator, numerator)) over category as category_size
    from considered
    window category as (partition by authority_key, period_key, basis, disclosure_group, breakdown, category)
),
placed as (
    select
        judged.*,
        dense_rank() over (
            partition by authority_key, period_key, basis, disclosure_group, breakdown
            order by is_category_safe, category_size, category
        ) as place
    from judged
),
added_up as (
    select
        placed.*,
        sum(numerator) over smallest as numerator_up_to,
        sum(denominator) over smallest as denominator_up_to,
        lead(place) over smallest as next_place
    from placed
    window smallest as (
        partition by authority_key, period_key, basis, disclosure_group, breakdown, kpi_code
        order by place
    )
),
cut as (
    select
        added_up.*,
        bool_or(is_known and disclosure <> 'none') over divided as is_any_known,
        max(place) filter (where not is_category_safe) over divided as last_unsafe,
        -- After the place at which what is hidden of each KPI adds up to a safe count, and stays so.
        max(case
            when not kpi.is_safe(unit, numerator_up_to, denominator_up_to) then coalesce(next_place, 1000000)
            else 2
        end) over divided as enough
    from added_up
    window divided as (partition by authority_key, period_key, basis, disclosure_group, breakdown)
)
select
    authority_key,
    period_key,
    kpi_code,
    basis,
    breakdown,
    category,
    numerator,
    denominator,
    value,
    status,
    last_unsafe is null or (not is_any_known and place > greatest(last_unsafe, enough)) as is_public
from cut
union all
select
    authority_key,
    period_key,
    kpi_code,
    basis,
    breakdown,
    category,
    numerator,
    denominator,
    value,
    status,
    false as is_public
from part
where not is_of_public_figure
