-- One row per KPI, authority, period and basis for which there are process limits.
create view mart.process_limits as
select
    judgement.kpi_code,
    authority.authority_code,
    judgement.period_key,
    judgement.basis,
    figure.value,
    judgement.process_points as points,
    judgement.process_mean as mean,
    judgement.process_low as limit_low,
    judgement.process_high as limit_high,
    judgement.signal,
    judgement.signal_text,
    coalesce(judgement.target, judgement.target_low) as target,
    judgement.target_high,
    judgement.assurance,
    judgement.assurance_text
from kpi.current_judgement as judgement
join kpi.current_value as figure
    on judgement.authority_key = figure.authority_key
    and judgement.period_key = figure.period_key
    and judgement.kpi_code = figure.kpi_code
    and judgement.basis = figure.basis
join core.authority as authority on judgement.authority_key = authority.authority_key
where judgement.process_points is not null;

comment on view mart.process_limits is 'One row per KPI, authority, period and basis for which there are process limits: what the figure would vary between if nothing changed (XmR chart). From the up to 24 points before it, once there are 12; on the bases month, quarter and snapshot, whose points share no events.';
comment on column mart.process_limits.kpi_code is 'Key performance indicator; see mart.dim_kpi.';
comment on column mart.process_limits.authority_code is 'Authority; see mart.dim_authority.';
comment on column mart.process_limits.period_key is 'Month in which the figure ends, yyyymm; see mart.dim_period.';
comment on column mart.process_limits.basis is 'month, quarter or snapshot.';
comment on column mart.process_limits.value is 'The figure, not rounded.';
comment on column mart.process_limits.points is 'Number of earlier points the limits rest on.';
comment on column mart.process_limits.mean is 'Mean of those points.';
comment on column mart.process_limits.limit_low is 'Mean less 2.66 times the mean step from point to point; not below 0.';
comment on column mart.process_limits.limit_high is 'Mean plus 2.66 times the mean step; a percentage not above 100.';
comment on column mart.process_limits.signal is 'none; above_limits, below_limits; run_above_mean, run_below_mean (eight in a row); rising, falling (six in a row).';
comment on column mart.process_limits.signal_text is 'The signal in words, with improvement or concern where higher or lower is good.';
comment on column mart.process_limits.target is 'The target, or the lower end of the expected range; absent where none is set.';
comment on column mart.process_limits.target_high is 'Upper end of the expected range; absent for other targets.';
comment on column mart.process_limits.assurance is 'met: the limits lie on the good side of the target; missed: on the bad side; hit_and_miss: the target lies between them; not_known: no target.';
comment on column mart.process_limits.assurance_text is 'The same in words.';
