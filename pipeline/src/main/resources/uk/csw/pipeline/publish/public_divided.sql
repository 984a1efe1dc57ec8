-- The figures whose parts are not what is shown now, or may not be shown as they are now, and those of their groups beside
-- them. Which parts of all others everybody may see was decided by the same counts, and stays.
insert into public_divided (authority_key, period_key, kpi_code, basis)
with shown as (
    select *
    from kpi.breakdown_value
    where
        authority_key = any (:authorities)
        and release_to is null
),
shown_cell as (
    select
        authority_key,
        period_key,
        kpi_code,
        basis
    from kpi.public_cell
    where authority_key = any (:authorities)
),
cell as (
    select
        authority_key,
        period_key,
        kpi_code,
        basis
    from public_chosen
),
-- distinct: a KPI has many figures, of one definition
candidate_definition as (
    select distinct
        authority_key,
        kpi_code,
        definition_version
    from kpi.next_value
    where authority_key = any (:authorities)
),
shown_definition as (
    select distinct
        authority_key,
        kpi_code,
        definition_version
    from kpi.current_value
    where authority_key = any (:authorities)
),
-- Where a definition changed, so may the group.
redefined as (
    select authority_key
    from (
        table candidate_definition
        except
        table shown_definition
    ) as come
    union
    select authority_key
    from (
        table shown_definition
        except
        table candidate_definition
    ) as gone
),
different as (
    select
        coalesce(candidate.authority_key, shown.authority_key) as authority_key,
        coalesce(candidate.period_key, shown.period_key) as period_key,
        coalesce(candidate.kpi_code, shown.kpi_code) as kpi_code,
        coalesce(candidate.basis, shown.basis) as basis
    from (select * from kpi.candidate_breakdown where authority_key = any (:authorities)) as candidate
    full join shown
        on shown.authority_key = candidate.authority_key
        and shown.period_key = candidate.period_key
        and shown.kpi_code = candidate.kpi_code
        and shown.basis = candidate.basis
        and shown.breakdown = candidate.breakdown
        and shown.category = candidate.category
    where
        (candidate.numerator, candidate.denominator, candidate.value, candidate.status)
        is distinct from (shown.numerator, shown.denominator, shown.value, shown.status)
        or coalesce(candidate.authority_key, shown.authority_key) in (select authority_key from redefined)
    union
    (
        table cell
        except
        table shown_cell
    )
    union
    (
        table shown_cell
        except
        table cell
    )
),
defined as (
    select
        candidate_definition.authority_key,
        candidate_definition.kpi_code,
        definition.disclosure_group
    from candidate_definition
    inner join kpi.definition as definition
        on definition.kpi_code = candidate_definition.kpi_code
        and definition.definition_version = candidate_definition.definition_version
)
select
    authority_key,
    period_key,
    kpi_code,
    basis
from different
union
select
    different.authority_key,
    different.period_key,
    beside.kpi_code,
    different.basis
from different
inner join defined
    on defined.authority_key = different.authority_key
    and defined.kpi_code = different.kpi_code
inner join defined as beside
    on beside.authority_key = defined.authority_key
    and beside.disclosure_group = defined.disclosure_group
