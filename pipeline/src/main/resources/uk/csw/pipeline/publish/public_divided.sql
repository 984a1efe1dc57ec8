-- The figures whose parts are not what is shown now, or may not be shown as they are now, and those of their groups beside
-- them. Which parts of all others everybody may see was decided by the same counts, and stays.
insert into public_divided (authority_key, period_key, kpi_code, basis, is_replaced)
with shown_cell as (
    select
        authority_key,
        period_key,
        kpi_code,
        basis
    from kpi.public_cell
    where authority_key = any (:authorities)
),
replaced as (
    select
        authority_key,
        period_key,
        kpi_code,
        basis
    from kpi.candidate_divided
    where authority_key = any (:authorities)
),
-- Where a definition changed, so may the group.
redefined as (
    select measured.authority_key
    from kpi.candidate_authority as measured
    left join kpi.shown_authority as shown on shown.authority_key = measured.authority_key
    where
        measured.is_measured
        and measured.authority_key = any (:authorities)
        and shown.measured_by is distinct from measured.measured_by
),
different as (
    table replaced
    union
    (
        table public_chosen
        except
        table shown_cell
    )
    union
    (
        table shown_cell
        except
        table public_chosen
    )
    union
    select
        part.authority_key,
        part.period_key,
        part.kpi_code,
        part.basis
    from redefined
    inner join kpi.breakdown_value as part on part.authority_key = redefined.authority_key
    where part.release_to is null
),
defined as (
    -- distinct: a KPI has many figures, of one group
    select distinct
        authority_key,
        kpi_code,
        disclosure_group
    from public_figure
),
wanted as (
    table different
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
)
select
    wanted.authority_key,
    wanted.period_key,
    wanted.kpi_code,
    wanted.basis,
    replaced.kpi_code is not null as is_replaced
from wanted
left join replaced
    on replaced.authority_key = wanted.authority_key
    and replaced.period_key = wanted.period_key
    and replaced.kpi_code = wanted.kpi_code
    and replaced.basis = wanted.basis
