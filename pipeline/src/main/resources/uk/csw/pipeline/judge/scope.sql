-- Authorities to be judged: those whose figures or comparisons the release changes, and those whose shown figures were
-- judged by other targets than hold now.
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
        md5('1 ' || coalesce(string_agg(target.row_hash, ' ' order by target.row_hash), '')) as targets_version
    from candidate
    left join kpi.target
        on target.withdrawn_at is null
        and target.authority_code in ('', candidate.authority_code)
    group by candidate.authority_key
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
