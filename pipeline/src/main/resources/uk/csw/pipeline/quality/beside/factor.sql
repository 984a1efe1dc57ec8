-- the other factors of the same assessment
select
    checked.*,
    count(*) over one_assessment as assessment_factors,
    count(*) over (
        partition by checked.return_no, checked.child_key, checked.assessment_ref, checked.assessment_start_date, checked.factor
    ) as same_factor_rows
from ${checked} as checked
window one_assessment as (
    partition by checked.return_no, checked.child_key, checked.assessment_ref, checked.assessment_start_date
)
