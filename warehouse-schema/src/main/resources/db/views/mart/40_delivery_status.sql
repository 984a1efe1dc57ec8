-- One row per delivery and file, and one per month for which an authority has delivered nothing so far.
create view mart.delivery_status as
with delivered_file as (
    select
        delivery.authority_code,
        delivery.period_key,
        delivery.delivery_id,
        coalesce(file.source, 'unknown') as source,
        coalesce(file.layout, 'unknown') as layout,
        coalesce(file.file_name, 'none') as file_name,
        case
            when delivery.state = 'refused' then 'refused'
            when coalesce(file.is_held, false) then 'held'
            when file.state = 'landed' and exists (
                select 1
                from ops.delivery as newer_delivery
                join ops.delivery_file as newer_file
                    on newer_delivery.delivery_id = newer_file.delivery_id
                where
                    newer_delivery.authority_key = delivery.authority_key
                    and newer_delivery.period_key = delivery.period_key
                    and newer_delivery.delivery_id > delivery.delivery_id
                    and newer_file.layout = file.layout
                    and newer_file.state = 'landed'
                    and not newer_file.is_held
            ) then 'superseded'
            else coalesce(file.state, delivery.state)
        end as state,
        coalesce(file.rows_read, 0) as rows_read,
        coalesce(file.rows_staged, 0) as rows_staged,
        coalesce(file.rows_quarantined, 0) as rows_quarantined,
        delivery.received_at,
        coalesce(file.loaded_at, delivery.loaded_at) as loaded_at
    from ops.delivery as delivery
    left join ops.delivery_file as file on delivery.delivery_id = file.delivery_id
),

authority_start as (
    select
        authority_code,
        authority_key,
        min(period_key) as first_period_key
    from ops.delivery
    group by
        authority_code,
        authority_key
),

-- A month is expected by the 10th working day after its end.
deadline as (
    select
        period.period_key,
        period.month_index,
        expected_day.date as expected_by,
        expected_day.date < (now() at time zone 'Europe/London')::date as is_past
    from core.dim_period as period
    join core.dim_date as month_end on period.month_end = month_end.date
    join core.dim_date as expected_day
        on month_end.working_day_number + 10 = expected_day.working_day_number
    where expected_day.is_working_day
),

newest_month as (
    select max(period.month_index) as month_index
    from ops.delivery as delivery
    join core.dim_period as period on delivery.period_key = period.period_key
),

-- Months since an authority's first delivery that anyone has delivered by now, or that are overdue; nothing is due any
-- more where nobody has delivered for a year.
missing_month as (
    select
        authority_start.authority_code,
        deadline.period_key
    from authority_start
    join deadline on authority_start.first_period_key < deadline.period_key
    cross join newest_month
    where
        (
            deadline.month_index <= newest_month.month_index
            or deadline.is_past
            and deadline.month_index <= newest_month.month_index + 12
        )
        and not exists (
            select 1
            from ops.delivery as delivery
            where
                delivery.authority_key = authority_start.authority_key
                and delivery.period_key = deadline.period_key
        )
),

listed as (
    select
        authority_code,
        period_key,
        delivery_id,
        source,
        layout,
        file_name,
        state,
        rows_read,
        rows_staged,
        rows_quarantined,
        received_at,
        loaded_at
    from delivered_file
    union all
    select
        authority_code,
        period_key,
        0 as delivery_id,
        'unknown' as source,
        'unknown' as layout,
        'none' as file_name,
        'missing' as state,
        0 as rows_read,
        0 as rows_staged,
        0 as rows_quarantined,
        null as received_at,
        null as loaded_at
    from missing_month
)

select
    listed.authority_code,
    listed.period_key,
    listed.delivery_id,
    listed.source,
    listed.layout,
    listed.file_name,
    listed.state,
    case listed.state
        when 'registered' then 'received, not loaded yet'
        when 'landed' then 'loaded, and in force'
        when 'superseded' then 'loaded, and replaced by a newer delivery'
        when 'held' then 'loaded, but held back: far fewer rows than its neighbours; a person has to decide'
        when 'refused' then 'refused: see mart.data_quality'
        when 'ignored' then 'not a file the warehouse knows'
        else 'nothing delivered for this month'
    end as state_text,
    listed.rows_read,
    listed.rows_staged,
    listed.rows_quarantined,
    listed.received_at,
    listed.loaded_at,
    deadline.expected_by,
    coalesce(
        (listed.received_at at time zone 'Europe/London')::date > deadline.expected_by,
        listed.state = 'missing' and deadline.is_past,
        false
    ) as is_late
from listed
left join deadline on listed.period_key = deadline.period_key;

comment on view mart.delivery_status is 'One row per delivery and file, and one per month for which an authority has delivered nothing although it had delivered before: months that others have delivered, and months overdue.';
comment on column mart.delivery_status.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.delivery_status.period_key is 'Month the delivery is for, yyyymm.';
comment on column mart.delivery_status.delivery_id is 'Number of the delivery, rising; 0 when state is missing.';
comment on column mart.delivery_status.source is 'Statutory return or system the file belongs to; unknown when it was not recognised.';
comment on column mart.delivery_status.layout is 'Layout the file was recognised as; unknown when it was not.';
comment on column mart.delivery_status.file_name is 'Name of the file below the folder of the delivery; none when there is no file.';
comment on column mart.delivery_status.state is 'registered, landed (loaded and in force), superseded, held, refused, ignored or missing.';
comment on column mart.delivery_status.state_text is 'The state in words.';
comment on column mart.delivery_status.rows_read is 'Rows found in the file: always rows_staged plus rows_quarantined once loaded.';
comment on column mart.delivery_status.rows_staged is 'Rows accepted.';
comment on column mart.delivery_status.rows_quarantined is 'Rows that could not be loaded and wait to be repaired.';
comment on column mart.delivery_status.received_at is 'When the files arrived; absent when state is missing.';
comment on column mart.delivery_status.loaded_at is 'When they were loaded; absent until they are.';
comment on column mart.delivery_status.expected_by is 'Day by which the month is expected: the 10th working day after its end.';
comment on column mart.delivery_status.is_late is 'True when the files arrived after that day, or have not arrived and the day is over.';
