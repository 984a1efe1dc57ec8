-- where a touched child's rows of one fact differ from those it had, and from which month on that can show
insert into difference (authority_key, child_key, since_index)
select
    authority_key,
    child_key,
    min(core.month_index(since)) as since_index
from (
    select
        authority_key,
        child_key,
        case
            when held.is_there is null then ${derived_begins}
            when derived.is_there is null then ${held_begins}
            when (${held_content}) is distinct from (${derived_content}) then least(${held_begins}, ${derived_begins})
            when ${held_ends} is distinct from ${derived_ends} then least(${held_ends}, ${derived_ends})
        end as since
    from (select held_fact.*, true as is_there from held_${name} as held_fact) as held
    full join (
        select fact.*, true as is_there
        from ${table} as fact
        join touched_child using (authority_key, child_key)
    ) as derived using (authority_key, child_key${numbers})
) as compared
where since is not null
group by authority_key, child_key
