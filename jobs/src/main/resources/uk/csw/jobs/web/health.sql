select
    (
        select release.published_at
        from ops.release as release
        inner join ops.current_release as current_release on current_release.release_id = release.release_id
    ) as published_at,
    -- When we saw it: a copied file may bring the time of its original.
    (select max(registered_at) from ops.delivery) as registered_at,
    (
        select lower(execution.status)
        from ops.batch_job_execution as execution
        inner join ops.batch_job_instance as instance on instance.job_instance_id = execution.job_instance_id
        where instance.job_name = 'nightly'
        order by execution.job_execution_id desc
        limit 1
    ) as night_state
