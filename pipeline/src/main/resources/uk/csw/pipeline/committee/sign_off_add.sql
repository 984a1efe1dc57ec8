insert into kpi.sign_off (authority_key, period_key, release_id, signed_off_by, signed_off_at, note)
values (:authority, :period, :release, :by, :now, :note)
