-- one row per ${table} and month end to derive on which it is open: the months newly covered, and, of a child of which
-- something differs, those from then on
create temporary table ${entity}_open on commit drop as
with derived_month as (
    select
        authority_key,
        min(month_index) as first_index,
        max(month_index) as last_index,
        min(month_index) filter (where is_changed) as changed_from,
        min(month_end) filter (where is_changed) as first_changed
    from month_to_derive
    where entity = '${entity}'
    group by authority_key
),
spell as (
    select
        fact.authority_key,
        fact.child_key,
        fact.${number},
        child_since.since_index,
        greatest(
            core.month_index(fact.${begins}),
            derived_month.first_index,
            least(child_since.since_index, derived_month.changed_from)
        ) as from_index,
        least(core.month_index(fact.${ends}) - 1, derived_month.last_index) as to_index
    from ${table} as fact
    join derived_month on derived_month.authority_key = fact.authority_key
    left join child_since
        on child_since.authority_key = fact.authority_key
        and child_since.child_key = fact.child_key
    where child_since.since_index is not null
        -- most ended long before; their months need not be counted
        or coalesce(fact.${ends}, date 'infinity') > derived_month.first_changed
),
spell_month as (
    select
        spell.*,
        generate_series(from_index, to_index) as month_index
    from spell
    where from_index <= to_index
)
select
    spell_month.authority_key,
    spell_month.child_key,
    spell_month.${number},
    month.period_key,
    month.month_end
from spell_month
join month_to_derive as month
    on month.authority_key = spell_month.authority_key
    and month.month_index = spell_month.month_index
    and month.entity = '${entity}'
where month.is_changed
    or month.month_index >= spell_month.since_index
