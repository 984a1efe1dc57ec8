-- how many factors are told of the assessment, by its number or, without one, by its start
select
    checked.*,
    case
        when 'assessment_factor' = any (checked.told_tables)
            then coalesce(numbered.factor_rows, dated.factor_rows, 0)
    end as factor_rows
from ${checked} as checked
left join checked_factor as numbered
    on numbered.return_no = checked.return_no
    and numbered.child_key = checked.child_key
    and numbered.assessment_name = checked.assessment_ref
left join checked_factor as dated
    on dated.return_no = checked.return_no
    and dated.child_key = checked.child_key
    and dated.assessment_name = checked.start_date::text
