-- Working tables of one comparison. They live as long as its transaction.
create temporary table if not exists compare_rule (
    rule_no integer primary key,
    kpi_code text not null,
    basis text not null,
    decimals integer not null,
    sign integer not null,
    same_within numeric not null,
    step integer not null,
    is_count boolean not null,
    scale integer not null,
    method text not null,
    minimum_members integer not null,
    year_end_month integer not null
) on commit drop;
create temporary table if not exists compare_wanted (
    rule_no integer not null,
    authority_key integer not null,
    month_index integer not null,
    primary key (rule_no, authority_key, month_index)
) on commit drop;
create temporary table if not exists compare_figure (
    rule_no integer not null,
    authority_key integer not null,
    month_index integer not null,
    period_key integer not null,
    month_of_financial_year integer not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    shown numeric,
    status text not null,
    is_compared boolean not null,
    primary key (rule_no, month_index, authority_key)
) on commit drop;
truncate compare_rule, compare_wanted, compare_figure;
