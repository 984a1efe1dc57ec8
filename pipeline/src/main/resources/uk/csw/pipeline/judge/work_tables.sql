-- Working tables of one judging. They live as long as its transaction.
create temporary table if not exists judge_rule (
    rule_no integer primary key,
    kpi_code text not null,
    basis text not null,
    unit text not null,
    decimals integer not null,
    sign integer not null,
    same_within numeric not null,
    minimum_denominator integer not null,
    is_process boolean not null,
    open_kpi text,
    late_kpi text
) on commit drop;
create temporary table if not exists judge_whole (
    authority_key integer primary key
) on commit drop;
create temporary table if not exists judge_figure (
    rule_no integer not null,
    authority_key integer not null,
    month_index integer not null,
    period_key integer not null,
    period_end date not null,
    month_of_financial_year integer not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    shown numeric,
    status text not null,
    interval_low numeric,
    interval_high numeric,
    primary key (rule_no, authority_key, month_index)
) on commit drop;
create temporary table if not exists judge_change (
    rule_no integer not null,
    authority_key integer not null,
    month_index integer not null,
    is_figure boolean not null
) on commit drop;
create temporary table if not exists judge_wanted (
    rule_no integer not null,
    authority_key integer not null,
    month_index integer not null,
    primary key (rule_no, authority_key, month_index)
) on commit drop;
create temporary table if not exists judge_beside (
    rule_no integer not null,
    authority_key integer not null,
    month_index integer not null,
    comparator text not null,
    comparator_period integer,
    comparator_value numeric,
    vintage text not null,
    method text not null,
    primary key (rule_no, authority_key, month_index, comparator)
) on commit drop;
create temporary table if not exists judge_verdict (
    rule_no integer not null,
    authority_key integer not null,
    month_index integer not null,
    is_this_year boolean not null,
    target_id bigint not null,
    rule_type text not null,
    direction integer not null,
    aim numeric,
    aim_low numeric,
    aim_high numeric,
    annual_target numeric,
    due_share numeric,
    target_text text not null,
    rag text not null,
    reason text not null,
    primary key (rule_no, authority_key, month_index, is_this_year)
) on commit drop;
create temporary table if not exists judge_outstanding (
    rule_no integer not null,
    authority_key integer not null,
    month_index integer not null,
    done numeric not null,
    in_time numeric not null,
    open numeric not null,
    late numeric not null,
    share_lately numeric not null,
    primary key (rule_no, authority_key, month_index)
) on commit drop;
create temporary table if not exists judge_process (
    rule_no integer not null,
    authority_key integer not null,
    month_index integer not null,
    points integer not null,
    mean numeric not null,
    limit_low numeric not null,
    limit_high numeric not null,
    signal text not null,
    primary key (rule_no, authority_key, month_index)
) on commit drop;
truncate
    judge_rule,
    judge_whole,
    judge_figure,
    judge_change,
    judge_wanted,
    judge_beside,
    judge_verdict,
    judge_outstanding,
    judge_process;
