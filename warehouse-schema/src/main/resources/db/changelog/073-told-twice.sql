--liquibase formatted sql

--changeset csw:073-derive-again
-- What two layouts tell of counts once now, and children are described by what stands. Where two layouts tell of the same
-- things, an authority's next delivery derives its facts from all of their deliveries.
delete from staging.in_force_delivery
where (authority_key, entity) in (
    select authority_key, entity
    from staging.in_force_delivery
    group by authority_key, entity
    having count(distinct layout) > 1
);
