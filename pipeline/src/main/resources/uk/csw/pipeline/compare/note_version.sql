-- Notes what the authorities are compared with, before anything of it is read.
update kpi.candidate_authority
set compared_with = kpi.compared_with()
