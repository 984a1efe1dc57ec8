-- Reopens the period, and says how many figures were held.
update kpi.sign_off as signed
set
    reopened_by = :by,
    reopened_at = :now,
    reopen_reason = :reason,
    figures_held = (
        select count(*)
        from kpi.held_figure as held
        where
            held.authority_key = signed.authority_key
            and held.period_key = signed.period_key
    )
where
    signed.authority_key = :authority
    and signed.period_key = :period
    and signed.reopened_at is null
returning signed.figures_held
