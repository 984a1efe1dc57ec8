-- Each figure under the rule of the day its period ends, and under the rule of a year before that day.
insert into judge_verdict (
    rule_no,
    authority_key,
    month_index,
    is_this_year,
    target_id,
    rule_type,
    direction,
    aim,
    aim_low,
    aim_high,
    annual_target,
    due_share,
    target_text,
    rag,
    reason
)
with authority as (
    select
        judged.authority_key,
        coalesce(known.authority_code, '') as authority_code
    from kpi.candidate_judged as judged
    left join core.authority as known on known.authority_key = judged.authority_key
),
ruled as (
    select
        figure.rule_no,
        figure.authority_key,
        figure.month_index,
        figure.month_of_financial_year,
        figure.shown,
        figure.denominator,
        figure.status,
        rule.kpi_code,
        rule.basis,
        rule.unit,
        rule.decimals,
        rule.same_within,
        year.is_this_year,
        target.target_id,
        target.rule_type,
        target.target as configured_target,
        target.range_low,
        target.range_high,
        target.tol_below,
        target.tol_above,
        target.is_tol_relative,
        target.tolerance_colour,
        target.improve_test,
        target.comparator,
        target.profile,
        coalesce(target.min_denominator, rule.minimum_denominator) as minimum,
        case
            when target.rule_type = 'TARGET_HIGH' then 1
            when target.rule_type = 'TARGET_LOW' or rule.sign = -1 then -1
            else 1
        end as direction
    from judge_wanted as wanted
    inner join judge_figure as figure
        on figure.rule_no = wanted.rule_no
        and figure.authority_key = wanted.authority_key
        and figure.month_index = wanted.month_index
    inner join judge_rule as rule on rule.rule_no = figure.rule_no
    inner join authority on authority.authority_key = figure.authority_key
    cross join (values (true, 0), (false, 1)) as year (is_this_year, years_back)
    cross join lateral (
        select *
        from kpi.target as candidate
        where
            candidate.withdrawn_at is null
            and candidate.kpi_code = rule.kpi_code
            and rule.basis = any (candidate.bases)
            and candidate.authority_code in ('', authority.authority_code)
            and figure.period_end - make_interval(years => year.years_back)
            between candidate.valid_from and candidate.valid_to
        order by
            candidate.authority_code desc,
            candidate.basis desc
        limit 1
    ) as target
),
-- What is due by now of a target for the year.
due as (
    select
        ruled.*,
        case
            when ruled.rule_type = 'PROFILED_TARGET' then (
                -- twelfths add up to whole quarters and years
                select round(sum(share.share), 10)
                from unnest(ruled.profile) with ordinality as share (share, month_no)
                where
                    share.month_no <= case when ruled.basis = 'annual' then 12 else ruled.month_of_financial_year end
                    and share.month_no > case ruled.basis
                        when 'month' then ruled.month_of_financial_year - 1
                        when 'quarter' then ruled.month_of_financial_year - 3
                        else 0
                    end
            )
        end as due_share,
        beside.comparator_value,
        beside.vintage,
        beside.method,
        round(earlier.comparator_value, ruled.decimals) as last_year
    from ruled
    left join judge_beside as beside
        on beside.rule_no = ruled.rule_no
        and beside.authority_key = ruled.authority_key
        and beside.month_index = ruled.month_index
        and beside.comparator = ruled.comparator
    left join judge_beside as earlier
        on earlier.rule_no = ruled.rule_no
        and earlier.authority_key = ruled.authority_key
        and earlier.month_index = ruled.month_index
        and earlier.comparator = 'same_period_last_year'
),
aimed as (
    select
        due.*,
        round(
            case due.rule_type
                when 'PROFILED_TARGET' then round(due.configured_target * due.due_share, 8)
                when 'COMPARATOR' then due.comparator_value
                else due.configured_target
            end,
            due.decimals
        ) as aim,
        round(due.range_low, due.decimals) as aim_low,
        round(due.range_high, due.decimals) as aim_high
    from due
),
tolerated as (
    select
        aimed.*,
        aimed.tol_below * case
            when aimed.is_tol_relative then abs(coalesce(aimed.aim, aimed.aim_low)) / 100
            else 1
        end as below,
        aimed.tol_above * case
            when aimed.is_tol_relative then abs(coalesce(aimed.aim, aimed.aim_high)) / 100
            else 1
        end as above
    from aimed
),
placed as (
    select
        tolerated.*,
        case when tolerated.direction = 1 then tolerated.below else tolerated.above end as tolerance,
        case
            when tolerated.shown is null then 'no_figure'
            when tolerated.rule_type = 'NONE' then 'no_rule'
            when tolerated.denominator < tolerated.minimum then 'too_few'
            when tolerated.status = 'immature' then 'too_early'
            when tolerated.rule_type = 'COMPARATOR' and tolerated.aim is null then 'no_comparator'
            when tolerated.rule_type = 'RANGE' then case
                when tolerated.shown between tolerated.aim_low and tolerated.aim_high then 'on'
                when
                    tolerated.shown between round(tolerated.aim_low - tolerated.below, tolerated.decimals)
                    and round(tolerated.aim_high + tolerated.above, tolerated.decimals)
                    then 'within'
                else 'beyond'
            end
            when tolerated.direction * tolerated.shown >= tolerated.direction * tolerated.aim then 'on'
            when
                tolerated.direction = 1
                and tolerated.shown >= round(tolerated.aim - tolerated.below, tolerated.decimals)
                then 'within'
            when
                tolerated.direction = -1
                and tolerated.shown <= round(tolerated.aim + tolerated.above, tolerated.decimals)
                then 'within'
            else 'beyond'
        end as place,
        case
            when tolerated.last_year is null then null
            when tolerated.rule_type = 'RANGE'
                then greatest(tolerated.aim_low - tolerated.shown, tolerated.shown - tolerated.aim_high, 0)
                    <= greatest(tolerated.aim_low - tolerated.last_year, tolerated.last_year - tolerated.aim_high, 0)
                    + tolerated.same_within
            else tolerated.direction * (tolerated.shown - tolerated.last_year) >= -tolerated.same_within
        end as is_no_worse
    from tolerated
),
coloured as (
    select
        placed.*,
        case
            when placed.place in ('no_figure', 'too_few', 'too_early', 'no_comparator') then 'GREY'
            when placed.place = 'no_rule' then 'BLUE'
            when placed.place = 'on' then 'GREEN'
            when placed.place = 'within' and placed.tolerance_colour = 'GREEN' then 'GREEN'
            when placed.place = 'within' and not placed.improve_test then 'AMBER'
            when placed.place = 'within' and placed.is_no_worse then 'AMBER'
            when
                placed.place = 'beyond'
                and placed.tolerance_colour = 'GREEN'
                and placed.improve_test
                and placed.is_no_worse
                then 'AMBER'
            else 'RED'
        end as rag,
        -- Whether the comparison with a year before had a say in the colour.
        placed.improve_test
        and (
            (placed.place = 'within' and placed.tolerance_colour = 'AMBER')
            or (placed.place = 'beyond' and placed.tolerance_colour = 'GREEN')
        ) as is_improvement_asked,
        case placed.rule_type
            when 'NONE' then 'no target: for information only'
            when 'RANGE'
                then 'an expected range of ' || placed.aim_low || ' to '
                    || kpi.amount(placed.aim_high, placed.unit, placed.decimals)
            when 'PROFILED_TARGET'
                then 'a target of ' || kpi.amount(placed.aim, placed.unit, placed.decimals)
                    || case when placed.direction = 1 then ' or more' else ' or less' end
                    || case
                        when placed.due_share is distinct from 1
                            then ' by now (' || kpi.amount(placed.configured_target, placed.unit, placed.decimals)
                                || ' for the year)'
                        else ''
                    end
            when 'COMPARATOR'
                then case placed.comparator
                    when 'statistical_neighbours' then 'the statistical neighbours'' ' || coalesce(replace(placed.method, '_', ' '), 'average')
                    when 'region' then 'the region''s figure'
                    when 'top_quartile' then 'the top quartile of English authorities'
                    else 'England''s figure'
                end
                || coalesce(
                    ' of ' || kpi.amount(placed.aim, placed.unit, placed.decimals)
                    || case when placed.direction = 1 then ' or more' else ' or less' end,
                    ''
                )
            else 'a target of ' || kpi.amount(placed.aim, placed.unit, placed.decimals)
                || case when placed.direction = 1 then ' or more' else ' or less' end
        end as target_text
    from placed
)
select
    rule_no,
    authority_key,
    month_index,
    is_this_year,
    target_id,
    rule_type,
    direction,
    aim,
    aim_low,
    aim_high,
    configured_target as annual_target,
    due_share,
    target_text,
    rag,
    case place
        when 'no_figure' then replace(status, '_', ' ')
        when 'no_rule' then target_text
        when 'too_few'
            then 'too few to judge (n = ' || denominator || ', at least ' || minimum || ' needed) against ' || target_text
        when 'too_early' then 'too early to judge: the outcome of the newest cases is not known yet'
        when 'no_comparator' then 'nothing to judge by: ' || target_text || ' is not available'
        else kpi.amount(shown, unit, decimals) || ' against ' || target_text || ': '
            || case
                when place = 'on' and rule_type = 'RANGE' then 'within the range'
                when place = 'on' then 'on target'
                when rule_type = 'RANGE' and shown < aim_low
                    then 'below the range by ' || kpi.amount_apart(aim_low - shown, unit, decimals)
                when rule_type = 'RANGE'
                    then 'above the range by ' || kpi.amount_apart(shown - aim_high, unit, decimals)
                when direction = 1 then 'below it by ' || kpi.amount_apart(aim - shown, unit, decimals)
                else 'above it by ' || kpi.amount_apart(shown - aim, unit, decimals)
            end
            || case
                when place = 'within' then ', within the tolerance of '
                when place = 'beyond' and rule_type = 'RANGE' and shown > aim_high and above > 0
                    then ', more than the tolerance of '
                when place = 'beyond' and rule_type = 'RANGE' and shown < aim_low and below > 0
                    then ', more than the tolerance of '
                when place = 'beyond' and rule_type <> 'RANGE' and tolerance > 0 then ', more than the tolerance of '
                else ''
            end
            || case
                when place = 'on' then ''
                when rule_type = 'RANGE' and shown > aim_high and above > 0
                    then kpi.amount_apart(above, unit, greatest(decimals, scale(trim_scale(above))))
                when rule_type = 'RANGE' and shown < aim_low and below > 0
                    then kpi.amount_apart(below, unit, greatest(decimals, scale(trim_scale(below))))
                when rule_type <> 'RANGE' and tolerance > 0
                    then kpi.amount_apart(tolerance, unit, greatest(decimals, scale(trim_scale(tolerance))))
                else ''
            end
            || case
                when not is_improvement_asked then ''
                when is_no_worse then ', and no worse than a year before'
                when is_no_worse is null then ', with no figure of a year before to show an improvement'
                else ', and worse than a year before'
            end
    end as reason
from coloured
