-- Notes what the authorities are measured by, before anything of it is read: what changes meanwhile shows as a difference.
update kpi.candidate_authority
set
    measured_by = kpi.measured_by(:definitions, authority_key),
    is_unfinished = true
where is_measured
