    -- One row per child and month that a span reaches into. A month that an earlier span of the same kind reached is its;
    -- previous_period is the month before in which there was one, so that each child can be counted once in any period.
    select
        span.*,
        month.month_start as present_on,
        case
            when month.month_index > span.first_index then before.period_key
            else span.earlier_period
        end as previous_period
    from (
        select
            care_span.*,
            earlier.period_key as earlier_period,
            greatest(began.month_index, earlier.month_index + 1) as first_index,
            coalesce(ended.month_index, covered.last_index) as end_index,
            covered.first_index as first_covered,
            covered.last_index as last_covered
        from core.fact_care_span as care_span
        inner join (
            select
                coverage.authority_key,
                min(period.month_index) as first_index,
                max(period.month_index) as last_index
            from core.coverage
            inner join core.dim_period as period on period.period_key = coverage.period_key
            where coverage.entity = 'care_episode'
            group by coverage.authority_key
        ) as covered on covered.authority_key = care_span.authority_key
        inner join core.dim_period as began
            on began.period_key = (extract(year from care_span.start_date) * 100 + extract(month from care_span.start_date))::integer
        left join core.dim_period as ended
            on ended.period_key = (extract(year from care_span.end_date) * 100 + extract(month from care_span.end_date))::integer
        left join core.dim_period as earlier
            on earlier.period_key
                = (extract(year from care_span.previous_end_date) * 100 + extract(month from care_span.previous_end_date))::integer
        where care_span.previous_end_date is distinct from date '9999-12-31'
    ) as span
    cross join lateral generate_series(
        greatest(span.first_index, span.first_covered), least(span.end_index, span.last_covered)
    ) as reached (month_index)
    inner join core.dim_period as month on month.month_index = reached.month_index
    inner join core.dim_period as before on before.month_index = reached.month_index - 1
