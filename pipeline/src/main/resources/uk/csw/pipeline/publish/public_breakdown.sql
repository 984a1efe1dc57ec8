-- Which parts everybody may see of the figures that everybody may see. Categories are hidden in the order: unsafe ones,
-- then the smallest; two at least where one is unsafe, and until all that is hidden adds up to a safe count. KPIs that give
-- each other away hide the same categories. Rolling years overlap: their parts are not shown.
update kpi.candidate_breakdown as candidate
set is_public = true
from (
    with part as (
        select
            divided.*,
            definition.disclosure_group,
            definition.disclosure,
            definition.unit,
            -- A part that an earlier release showed and that is small now could be told by who changed least.
            not kpi.is_safe(definition.unit, divided.numerator, divided.denominator)
            and exists (
                select 1
                from kpi.breakdown_value as earlier
                where
                    earlier.authority_key = divided.authority_key
                    and earlier.period_key = divided.period_key
                    and earlier.kpi_code = divided.kpi_code
                    and earlier.basis = divided.basis
                    and earlier.breakdown = divided.breakdown
                    and earlier.category = divided.category
                    and earlier.is_public
            ) as is_known
        from kpi.candidate_breakdown as divided
        inner join kpi.candidate_public_cell as cell
            on cell.authority_key = divided.authority_key
            and cell.period_key = divided.period_key
            and cell.kpi_code = divided.kpi_code
            and cell.basis = divided.basis
        inner join kpi.candidate_value as figure
            on figure.authority_key = divided.authority_key
            and figure.period_key = divided.period_key
            and figure.kpi_code = divided.kpi_code
            and figure.basis = divided.basis
        inner join kpi.definition as definition
            on definition.kpi_code = figure.kpi_code
            and definition.definition_version = figure.definition_version
        where divided.basis <> 'r12'
    ),
    judged as (
        select
            part.*,
            disclosure = 'none' or kpi.is_safe(unit, numerator, denominator) as is_safe,
            bool_and(disclosure = 'none' or kpi.is_safe(unit, numerator, denominator)) over category
                as is_category_safe,
            sum(coalesce(denominator, numerator)) over category as category_size
        from part
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
            partition by authority_key, period_key, kpi_code, basis, breakdown
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
        category
    from cut
    where
        last_unsafe is null
        or (not is_any_known and place > greatest(last_unsafe, enough))
) as fit
where
    fit.authority_key = candidate.authority_key
    and fit.period_key = candidate.period_key
    and fit.kpi_code = candidate.kpi_code
    and fit.basis = candidate.basis
    and fit.breakdown = candidate.breakdown
    and fit.category = candidate.category
