-- The figures to compare: those that are new, different or gone; those beside which one of these stands, as the figure of a
-- period or a year before or of a member; all of an authority that was compared with something else than holds now.
insert into compare_wanted (rule_no, authority_key, month_index)
with changed as (
    select
        rule.rule_no,
        rule.step,
        candidate.authority_key,
        candidate.period_key,
        period.month_index
    from kpi.candidate_change as candidate
    inner join compare_rule as rule
        on rule.kpi_code = candidate.kpi_code
        and rule.basis = candidate.basis
    inner join core.dim_period as period on period.period_key = candidate.period_key
),
whole as (
    select affected.authority_key
    from kpi.candidate_authority as affected
    left join kpi.shown_authority as shown on shown.authority_key = affected.authority_key
    where
        affected.authority_key = any (:authorities)
        and shown.compared_with is distinct from affected.compared_with
),
own as (
    select *
    from changed
    where authority_key = any (:authorities)
)
select
    rule_no,
    authority_key,
    month_index
from own
union
select
    rule_no,
    authority_key,
    month_index + step as month_index
from own
union
select
    rule_no,
    authority_key,
    month_index + 12 as month_index
from own
union
select
    changed.rule_no,
    list.authority_key,
    changed.month_index
from changed
inner join kpi.comparison_member as list
    on list.member_key = changed.authority_key
    and changed.period_key between list.first_period_key and list.last_period_key
where list.authority_key = any (:authorities)
union
select
    rule.rule_no,
    figure.authority_key,
    period.month_index
from whole
inner join kpi.next_value as figure on figure.authority_key = whole.authority_key
inner join compare_rule as rule
    on rule.kpi_code = figure.kpi_code
    and rule.basis = figure.basis
inner join core.dim_period as period on period.period_key = figure.period_key
