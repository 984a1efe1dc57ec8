-- Notes what the authorities are compared with, before anything of it is read, and that nothing can be published until all
-- of it is.
update kpi.candidate_authority
set
    compared_with = kpi.compared_with(),
    is_unfinished = true
