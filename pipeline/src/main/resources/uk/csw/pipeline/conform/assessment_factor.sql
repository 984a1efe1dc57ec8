-- one row per assessment and factor, from rows of their own or from a list in one cell of the assessment
with listed as (
    select
        assessment.authority_key,
        assessment.child_key,
        assessment.start_date,
        upper(trim(factor)) as factor
    from staging.in_force_assessment as assessment
    join touched_child
        on touched_child.authority_key = assessment.authority_key
        and touched_child.child_key = assessment.child_key
    cross join lateral regexp_split_to_table(assessment.factors, '[\s,;|]+') as factor
    where trim(factor) <> ''
    union
    select
        factor.authority_key,
        factor.child_key,
        coalesce(factor.assessment_start_date, assessment.start_date) as start_date,
        factor.factor
    from staging.in_force_assessment_factor as factor
    join touched_child
        on touched_child.authority_key = factor.authority_key
        and touched_child.child_key = factor.child_key
    left join staging.in_force_assessment as assessment
        on assessment.authority_key = factor.authority_key
        and assessment.child_key = factor.child_key
        and assessment.last_mentioned is not distinct from factor.last_mentioned
        and assessment.assessment_ref = factor.assessment_ref
)
insert into core.fact_assessment_factor (authority_key, child_key, assessment_no, factor)
select distinct -- two assessments cannot start on one day, but a file may say so
    assessment.authority_key,
    assessment.child_key,
    assessment.assessment_no,
    listed.factor
from listed
join core.fact_assessment as assessment
    on assessment.authority_key = listed.authority_key
    and assessment.child_key = listed.child_key
    and assessment.start_date = listed.start_date
