-- One row: how many authorities are shown by figures that were worked out from something else than is in force.
select
    count(*) filter (where is_measured) as measured,
    count(*) filter (where is_compared) as compared,
    count(*) filter (where is_judged) as judged,
    coalesce(bool_or(authority_key = :authority), false) as is_authority
from kpi.out_of_date(:definitions)
