-- how many rows of the return have the same unique pupil number; a reason for having none (UN1) is no number
select
    checked.*,
    case
        when length(checked.upn) > 3
            then count(*) over (partition by checked.return_no, checked.upn)
    end as upn_rows,
    checked.upn is not null or coalesce('upn' = any (checked.unreadable), false) as has_upn
from ${checked} as checked
