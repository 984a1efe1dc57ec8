--liquibase formatted sql

--changeset csw:075-derive-again
-- Of several referrals of a child on one day the first counts, where it was the last; and care goes on after a change of
-- episodes (X1) even where days are missing before the next. An authority's next delivery derives its facts from all of
-- its deliveries, where either happened.
delete from staging.in_force_delivery
where
    (
        entity = 'care_episode'
        and authority_key in (
            select before.authority_key
            from core.fact_care_episode as before
            inner join core.fact_care_episode as after
                on after.authority_key = before.authority_key
                and after.child_key = before.child_key
                and after.episode_no = before.episode_no + 1
            where
                before.end_reason = 'X1'
                and before.end_date < after.start_date
                and before.is_short_break = after.is_short_break
                and after.new_episode_reason <> 'S'
        )
    )
    or (
        entity = 'referral'
        and authority_key in (
            select delivery.authority_key
            from staging.referral
            inner join ops.delivery_file as file on file.file_id = referral.file_id
            inner join ops.delivery on delivery.delivery_id = file.delivery_id
            group by delivery.authority_key, file.delivery_id, file.layout, referral.child_key, referral.referral_date
            having count(*) > 1
        )
    );

--changeset csw:075-care-period-words
comment on table core.fact_care_period is 'One row per period of care: the episodes from a start to an end for good. Days missing after a change of episodes do not divide it.';
