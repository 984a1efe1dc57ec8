update ops.reference_state
set
    fingerprint = :fingerprint,
    installed_at = now()
