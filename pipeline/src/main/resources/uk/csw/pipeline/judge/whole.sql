-- The authorities of which every figure is judged: judged by other targets or rules than what is shown.
insert into judge_whole (authority_key)
select judged.authority_key
from kpi.candidate_judged as judged
left join kpi.judged_authority as shown on shown.authority_key = judged.authority_key
where
    judged.authority_key = any (:authorities)
    and shown.targets_version is distinct from judged.targets_version
