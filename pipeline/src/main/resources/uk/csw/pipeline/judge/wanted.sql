-- The figures whose judgement may not be the one that is shown: those that changed or are beside something that changed;
-- those a year later, whose long arrow rests on their interval; later points of the series, whose process limits rest on
-- them; shares of work done in time, when the work that is open or late changed, or a month of the last three; and all of
-- an authority that was judged by other targets or rules. A figure that is gone is among them, so that its judgement goes.
insert into judge_wanted (rule_no, authority_key, month_index)
with figure_change as (
    select
        rule_no,
        authority_key,
        month_index
    from judge_change
    where is_figure
),
earliest as (
    select
        rule_no,
        authority_key,
        min(month_index) as month_index
    from figure_change
    group by rule_no, authority_key
)
select
    rule_no,
    authority_key,
    month_index
from judge_change
union
select
    rule_no,
    authority_key,
    month_index + 12 as month_index
from figure_change
union
select
    later.rule_no,
    later.authority_key,
    later.month_index
from earliest
inner join judge_rule as rule on rule.rule_no = earliest.rule_no
inner join judge_figure as later
    on later.rule_no = earliest.rule_no
    and later.authority_key = earliest.authority_key
    and later.month_index > earliest.month_index
where rule.is_process
union
select
    done.rule_no,
    figure_change.authority_key,
    figure_change.month_index
from figure_change
inner join judge_rule as rule on rule.rule_no = figure_change.rule_no
inner join judge_rule as done on rule.kpi_code in (done.open_kpi, done.late_kpi)
where
    rule.basis = 'snapshot'
    and done.basis = 'ytd'
union
select
    done.rule_no,
    figure_change.authority_key,
    figure_change.month_index + later.months as month_index
from figure_change
inner join judge_rule as rule on rule.rule_no = figure_change.rule_no
inner join judge_rule as done on done.kpi_code = rule.kpi_code
cross join generate_series(0, 2) as later (months)
where
    rule.basis = 'month'
    and done.basis = 'ytd'
    and done.open_kpi is not null
union
select
    figure.rule_no,
    figure.authority_key,
    figure.month_index
from judge_whole as whole
inner join judge_figure as figure on figure.authority_key = whole.authority_key
