-- One row per key performance indicator (KPI), as it is defined now.
create view mart.dim_kpi as
select
    definition.kpi_code,
    definition.kpi_name,
    definition.plain_english,
    definition.acronyms,
    definition.group_name,
    definition.outcome,
    definition.unit,
    definition.decimals,
    definition.polarity,
    definition.numerator_text,
    definition.denominator_text,
    definition.comparator_text,
    definition.definition_version,
    definition.same_within
from kpi.definition as definition
where definition.is_current;

comment on view mart.dim_kpi is 'One row per key performance indicator (KPI), as it is defined now.';
comment on column mart.dim_kpi.kpi_code is 'Short code of the KPI. The key that all views share.';
comment on column mart.dim_kpi.kpi_name is 'Name of the KPI.';
comment on column mart.dim_kpi.plain_english is 'What the KPI tells, for a reader who does not work in the service.';
comment on column mart.dim_kpi.acronyms is 'The acronyms used, spelled out; one after the other, parted by semicolons.';
comment on column mart.dim_kpi.group_name is 'Part of the service the KPI belongs to.';
comment on column mart.dim_kpi.outcome is 'What it is meant to improve for children.';
comment on column mart.dim_kpi.unit is 'Unit of the value: percent, per_10000 (children aged 0 to 17), count, working_days, days or score (medians or means), cases (mean cases per social worker).';
comment on column mart.dim_kpi.decimals is 'Decimal places shown; comparisons are made at this precision.';
comment on column mart.dim_kpi.polarity is 'What is good: higher, lower, range (within a range) or none (context only).';
comment on column mart.dim_kpi.numerator_text is 'What is counted, in words.';
comment on column mart.dim_kpi.denominator_text is 'What it is counted out of, in words.';
comment on column mart.dim_kpi.comparator_text is 'What the KPI can be compared with, in words.';
comment on column mart.dim_kpi.definition_version is 'Hash of the definition; it changes when the definition does.';
comment on column mart.dim_kpi.same_within is 'A figure that moved no further than this since the period before, or since last year, counts as the same: in the unit of the KPI, so points for percentages. 0: every difference that is shown counts.';
