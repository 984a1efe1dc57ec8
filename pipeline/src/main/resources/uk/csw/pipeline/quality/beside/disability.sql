-- how often the same is said of the child, and whether the child is also said to have none
select
    checked.*,
    count(*) over (
        partition by checked.return_no, checked.child_key, checked.disability
    ) as code_rows,
    bool_or(checked.disability = 'NONE') over (
        partition by checked.return_no, checked.child_key
    ) as has_none
from ${checked} as checked
