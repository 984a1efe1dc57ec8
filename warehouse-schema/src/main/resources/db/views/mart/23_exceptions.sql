-- One row per KPI, authority, basis and kind of exception, in the newest period of each authority.
create view mart.exceptions as
with newest_period as materialized (
    select
        authority.authority_code,
        newest.period_key
    from core.authority as authority
    cross join lateral (
        select max(figure.period_key) as period_key
        from kpi.current_value as figure
        where figure.authority_key = authority.authority_key
    ) as newest
),

newest_card as (
    select
        card.kpi_code,
        card.kpi_name,
        card.authority_code,
        card.authority_name,
        card.period_key,
        card.period_label,
        card.basis,
        card.value,
        card.value_text,
        card.n,
        card.interval_low,
        card.interval_high,
        card.polarity,
        card.rag,
        card.rag_reason,
        card.target_low,
        card.target_high,
        card.signal_text,
        card.last_year_value,
        card.neighbours_value,
        card.neighbours_text,
        card.commentary
    from mart.scorecard as card
    join newest_period
        on card.authority_code = newest_period.authority_code
        and card.period_key = newest_period.period_key
),

-- Worse by more than chance: the other figure lies outside the 95% interval, on the good side.
judged as (
    select
        newest_card.kpi_code,
        newest_card.kpi_name,
        newest_card.authority_code,
        newest_card.authority_name,
        newest_card.period_key,
        newest_card.period_label,
        newest_card.basis,
        newest_card.value,
        newest_card.value_text,
        newest_card.n,
        newest_card.commentary,
        exception.exception_kind,
        exception.reason,
        exception.applies
    from newest_card
    cross join lateral (
        values
            (
                'red',
                newest_card.rag_reason,
                newest_card.rag = 'RED' and newest_card.target_low is null
            ),
            (
                'below_expected_range',
                newest_card.rag_reason,
                newest_card.rag <> 'GREY' and newest_card.value < newest_card.target_low
            ),
            (
                'above_expected_range',
                newest_card.rag_reason,
                newest_card.rag <> 'GREY' and newest_card.value > newest_card.target_high
            ),
            (
                'special_cause',
                newest_card.signal_text,
                newest_card.signal_text like 'special cause%'
            ),
            (
                'worse_than_last_year',
                format(
                    'worse than the same period last year (%s), by more than chance explains',
                    newest_card.last_year_value
                ),
                case newest_card.polarity
                    when 'higher' then newest_card.last_year_value > newest_card.interval_high
                    when 'lower' then newest_card.last_year_value < newest_card.interval_low
                end
            ),
            (
                'worse_than_neighbours',
                format(
                    'worse than its statistical neighbours (%s, %s), by more than chance explains',
                    newest_card.neighbours_value,
                    newest_card.neighbours_text
                ),
                case newest_card.polarity
                    when 'higher' then newest_card.neighbours_value > newest_card.interval_high
                    when 'lower' then newest_card.neighbours_value < newest_card.interval_low
                end
            )
    ) as exception (exception_kind, reason, applies)
)

select
    judged.kpi_code,
    judged.kpi_name,
    judged.authority_code,
    judged.authority_name,
    judged.period_key,
    judged.period_label,
    judged.basis,
    judged.exception_kind,
    judged.reason,
    judged.value,
    judged.value_text,
    judged.n,
    judged.commentary
from judged
where judged.applies;

comment on view mart.exceptions is 'One row per KPI, authority, basis and kind of exception, in the newest period of each authority: figures that need attention, which is not evidence that something has gone wrong.';
comment on column mart.exceptions.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.exceptions.kpi_name is 'Name of the KPI.';
comment on column mart.exceptions.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.exceptions.authority_name is 'Name of the authority at the end of the month.';
comment on column mart.exceptions.period_key is 'Newest month for which the authority has figures, yyyymm.';
comment on column mart.exceptions.period_label is 'The month in words.';
comment on column mart.exceptions.basis is 'How the figure is accumulated; see mart.kpi_value.';
comment on column mart.exceptions.exception_kind is 'red (against its target); below_expected_range, above_expected_range (outside the range, within its tolerance or not); special_cause (within its own process); worse_than_last_year; worse_than_neighbours. The comparisons are judged only where higher or lower is good.';
comment on column mart.exceptions.reason is 'Why the row is here, in words.';
comment on column mart.exceptions.value is 'The figure, rounded as it is shown.';
comment on column mart.exceptions.value_text is 'The figure as text, or its status in words.';
comment on column mart.exceptions.n is 'What it was counted out of; absent for plain counts.';
comment on column mart.exceptions.commentary is 'What a person wrote about the figure; empty when nobody has.';
