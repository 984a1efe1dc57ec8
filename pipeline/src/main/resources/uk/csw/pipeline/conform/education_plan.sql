-- one row per child and term; a term begins in September, January or April
insert into core.fact_education_plan (
    authority_key, child_key, term_end_date, plan_date, is_in_term, age_at_term_end, delivery_id, file_id, line
)
select distinct on (term.authority_key, term.child_key, term.term_end_date) -- one layout may repeat another
    term.authority_key,
    term.child_key,
    term.term_end_date,
    term.plan_date,
    coalesce(
        term.plan_date between make_date(
            extract(year from term.term_end_date)::integer,
            case
                when extract(month from term.term_end_date) >= 9 then 9
                when extract(month from term.term_end_date) <= 4 then 1
                else 4
            end,
            1
        ) and term.term_end_date,
        false
    ) as is_in_term,
    core.age_on(term.term_end_date, born.birth_date) as age_at_term_end,
    term.delivery_id,
    term.file_id,
    term.line
from staging.in_force_education_plan as term
join touched_child
    on touched_child.authority_key = term.authority_key
    and touched_child.child_key = term.child_key
left join staging.described_child as born
    on born.authority_key = term.authority_key
    and born.child_key = term.child_key
order by
    term.authority_key, term.child_key, term.term_end_date,
    coalesce(term.last_mentioned, 999999) desc, term.period_key desc, term.layout
