-- one row per return and child that it tells episodes of
create temporary table checked_care as
select
    episode.return_no,
    episode.child_key,
    min(episode.start_date) filter (where episode.new_episode_reason = 'S') as first_start_date,
    max(episode.start_date) as last_start_date,
    (array_agg(episode.end_date order by episode.start_date desc, episode.line desc))[1] as last_end_date,
    (array_agg(episode.end_reason order by episode.start_date desc, episode.line desc))[1] as last_end_reason,
    max(episode.end_date) filter (where episode.end_reason in ('E11', 'E12')) as adoption_date,
    min(episode.start_date) filter (where episode.placement_type in ('A3', 'A4', 'A5', 'A6')) as placed_date,
    min(episode.start_date) filter (where episode.legal_status = 'E1') as placement_order_date,
    bool_or(episode.legal_status not in ('V3', 'V4')) as is_in_care,
    -- without a break and never in short breaks, from before the year to its end
    bool_and(
        episode.legal_status not in ('V3', 'V4')
        and case
            when episode.next_start_date is null
                then coalesce(episode.end_date >= episode.month_end, true) or coalesce(episode.end_reason = 'X1', false)
            else coalesce(episode.end_reason = 'X1' and episode.end_date = episode.next_start_date, false)
        end
    ) filter (where episode.is_in_year)
    and min(episode.start_date) filter (where episode.is_in_year) <= min(episode.year_start) as is_in_care_all_year
from (
    select
        staged.*,
        file.return_no,
        file.month_end,
        file.year_start,
        staged.end_date is null or staged.end_date > file.year_start as is_in_year,
        lead(staged.start_date) over (
            partition by file.return_no, staged.child_key
            order by staged.start_date, staged.end_date, staged.line
        ) as next_start_date
    from staging.care_episode as staged
    inner join checked_file as file on file.file_id = staged.file_id
    where staged.file_id = any (:care_episode_files::integer[])
) as episode
group by episode.return_no, episode.child_key
