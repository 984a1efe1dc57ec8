-- The year so far of each share of work done in time, beside the work that is open and the share of the last three months.
insert into judge_outstanding (
    rule_no,
    authority_key,
    month_index,
    done,
    in_time,
    open,
    late,
    share_lately
)
select
    rule.rule_no,
    figure.authority_key,
    figure.month_index,
    figure.denominator as done,
    figure.numerator as in_time,
    open.numerator as open,
    least(late.numerator, open.numerator) as late,
    lately.share as share_lately
from judge_rule as rule
inner join judge_wanted as wanted on wanted.rule_no = rule.rule_no
inner join judge_figure as figure
    on figure.rule_no = wanted.rule_no
    and figure.authority_key = wanted.authority_key
    and figure.month_index = wanted.month_index
inner join judge_rule as open_rule
    on open_rule.kpi_code = rule.open_kpi
    and open_rule.basis = 'snapshot'
inner join judge_figure as open
    on open.rule_no = open_rule.rule_no
    and open.authority_key = figure.authority_key
    and open.month_index = figure.month_index
inner join judge_rule as late_rule
    on late_rule.kpi_code = rule.late_kpi
    and late_rule.basis = 'snapshot'
inner join judge_figure as late
    on late.rule_no = late_rule.rule_no
    and late.authority_key = figure.authority_key
    and late.month_index = figure.month_index
inner join judge_rule as month_rule
    on month_rule.kpi_code = rule.kpi_code
    and month_rule.basis = 'month'
cross join lateral (
    select sum(month.numerator) / nullif(sum(month.denominator), 0) as share
    from judge_figure as month
    where
        month.rule_no = month_rule.rule_no
        and month.authority_key = figure.authority_key
        and month.month_index between figure.month_index - 2 and figure.month_index
) as lately
where
    rule.basis = 'ytd'
    and figure.month_of_financial_year < 12
    and figure.value is not null
    and figure.denominator + open.numerator > 0
    and late.numerator is not null
    and lately.share is not null
