-- What conforming knows of each child's starts and ends: the one before and the one after.
update core.fact_care_episode as episode
set
    previous_start_period = known.previous_start_period,
    next_end_period = known.next_end_period
from (
    select
        authority_key,
        child_key,
        episode_no,
        case when is_care_start then (
            select max(extract(year from earlier.start_date) * 100 + extract(month from earlier.start_date))
            from core.fact_care_episode as earlier
            where
                earlier.authority_key = this.authority_key
                and earlier.child_key = this.child_key
                and earlier.is_care_start
                and not earlier.is_short_break
                and earlier.start_date < this.start_date
        ) end as previous_start_period,
        case when is_care_end then (
            select min(extract(year from later.end_date) * 100 + extract(month from later.end_date))
            from core.fact_care_episode as later
            where
                later.authority_key = this.authority_key
                and later.child_key = this.child_key
                and later.is_care_end
                and not later.is_short_break
                and later.end_date > this.end_date
        ) end as next_end_period
    from core.fact_care_episode as this
    where not is_short_break
) as known
where
    known.authority_key = episode.authority_key
    and known.child_key = episode.child_key
    and known.episode_no = episode.episode_no
