-- Authorities to be judged: those whose figures or comparisons the release may change, and those whose shown figures were
-- judged by other targets or rules than hold now. (The first word of the version tells how this program judges.)
insert into kpi.candidate_judged (authority_key, targets_version)
with candidate as (
    select
        affected.authority_key,
        authority.authority_code
    from kpi.candidate_authority as affected
    left join core.authority on authority.authority_key = affected.authority_key
    union
    select
        authority.authority_key,
        authority.authority_code
    from core.authority
    where
        exists (
            select 1
            from kpi.value
            where value.authority_key = authority.authority_key
        )
),
versioned as (
    select
        candidate.authority_key,
        kpi.judged_by(candidate.authority_code) || ' ' || md5('2 ' || :rules) as targets_version
    from candidate
)
select
    versioned.authority_key,
    versioned.targets_version
from versioned
left join kpi.judged_authority as judged on judged.authority_key = versioned.authority_key
where
    judged.targets_version is distinct from versioned.targets_version
    or exists (
        select 1
        from kpi.candidate_authority as affected
        where affected.authority_key = versioned.authority_key
    )
