-- one row per child and span of unchanged attributes, from every standing mention of the person that says something
with mentions as (
    select
        known_child.authority_key,
        known_child.child_key,
        known_child.valid_from,
        known_child.birth_month,
        known_child.sex,
        known_child.ethnicity
    from known_child
    where known_child.authority_key not in (select authority_key from person_history)
    union all
    select
        standing.authority_key,
        staged.child_key,
        period.month_start as valid_from,
        date_trunc('month', staged.birth_date)::date as birth_month,
        coalesce(staged.sex, 'not known') as sex,
        coalesce(staged.ethnicity, 'not known') as ethnicity
    from staging.person as staged
    join standing on standing.file_id = staged.file_id
    join touched_child
        on touched_child.authority_key = standing.authority_key
        and touched_child.child_key = staged.child_key
    join core.dim_period as period on period.period_key = standing.period_key
    where staged.file_id = any (:person_files::integer[])
),
one_per_month as (
    select distinct on (authority_key, child_key, valid_from) -- a child repeated within one file
        authority_key,
        child_key,
        valid_from,
        birth_month,
        sex,
        ethnicity
    from mentions
    where birth_month is not null
        or sex <> 'not known'
        or ethnicity <> 'not known'
    order by authority_key, child_key, valid_from, birth_month, sex, ethnicity
),
changes as (
    select
        *,
        (birth_month, sex, ethnicity) is distinct from (
            lag(birth_month) over history, lag(sex) over history, lag(ethnicity) over history
        ) as is_change,
        row_number() over history as mention_no
    from one_per_month
    window history as (partition by authority_key, child_key order by valid_from)
),
versions as (
    select
        authority_key,
        child_key,
        case when mention_no = 1 then date '1900-01-01' else valid_from end as valid_from,
        coalesce(
            lead(valid_from) over (partition by authority_key, child_key order by valid_from) - 1,
            date '9999-12-31'
        ) as valid_to,
        birth_month,
        sex,
        ethnicity
    from changes
    where is_change or mention_no = 1
),
never_described as (
    select
        touched_child.authority_key,
        touched_child.child_key,
        date '1900-01-01' as valid_from,
        date '9999-12-31' as valid_to,
        null::date as birth_month,
        'not known' as sex,
        'not known' as ethnicity
    from touched_child
    where not exists (
        select 1
        from versions
        where versions.authority_key = touched_child.authority_key
            and versions.child_key = touched_child.child_key
    )
    and (${is_in_force})
)
insert into core.dim_child (authority_key, child_key, valid_from, valid_to, is_current, birth_month, sex, ethnicity)
select
    authority_key,
    child_key,
    valid_from,
    valid_to,
    valid_to = date '9999-12-31' as is_current,
    birth_month,
    sex,
    ethnicity
from versions
union all
select
    authority_key,
    child_key,
    valid_from,
    valid_to,
    true as is_current,
    birth_month,
    sex,
    ethnicity
from never_described
