-- Authorities that are compared anew though their figures stay: those whose neighbours were measured, and all of them when
-- published figures were loaded since the release that is shown.
insert into kpi.candidate_authority (authority_key, is_measured)
with affected as (
    select neighbour.authority_key
    from core.neighbour
    inner join kpi.candidate_authority as measured on measured.authority_key = neighbour.neighbour_key
    where neighbour.model = (select max(newest.model) from core.neighbour as newest)
    union
    select authority.authority_key
    from core.authority
    where
        exists (
            select 1
            from core.published_file as file
            where
                file.loaded_at > (
                    select release.published_at
                    from ops.release as release
                    inner join ops.current_release as shown on shown.release_id = release.release_id
                )
        )
)
select
    affected.authority_key,
    false as is_measured
from affected
where
    exists (
        select 1
        from kpi.value
        where value.authority_key = affected.authority_key
    )
on conflict (authority_key) do nothing
