-- what the same return says of the child: when born, how old, how often in this table
select
    checked.*,
    described.birth_date as child_birth_date,
    described.sex as child_sex,
    described.death_date as child_death_date,
    -- unknown where the return describes nobody
    case when checked.is_describing then described.child_key is not null end as is_described,
    core.age_on(checked.year_start, ${birth_date}) as age_at_year_start,
    core.age_on(checked.month_end, ${birth_date}) as age_at_month_end,
    -- on the 31 August before the year
    core.age_on((checked.year_start - interval '7 months')::date - 1, ${birth_date}) as age_at_school_start,
    count(*) over (partition by checked.return_no, checked.child_key) as child_rows
from ${checked} as checked
left join checked_child as described
    on described.return_no = checked.return_no
    and described.child_key = checked.child_key
