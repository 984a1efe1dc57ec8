update ops.release
set state = :state,
    gate_report = :report
where release_id = :release
