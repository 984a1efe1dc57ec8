-- One row per review of a looked-after child.
create view mart.fact_care_review as
select
    authority.authority_code,
    review.child_key,
    review.review_date,
    review.care_period_no,
    coalesce(review.participation, 'not_recorded') as participation,
    review.delivery_id
from core.fact_care_review as review
join core.authority as authority on review.authority_key = authority.authority_key;

comment on view mart.fact_care_review is 'One row per review of a looked-after child. Pseudonymous.';
comment on column mart.fact_care_review.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_care_review.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_care_review.review_date is 'Day of the review.';
comment on column mart.fact_care_review.care_period_no is 'Number of the period of care it falls in, in mart.fact_care_period; absent when it falls in none.';
comment on column mart.fact_care_review.participation is 'How the child took part; code of the return, PN0 to PN7; not_recorded when left blank.';
comment on column mart.fact_care_review.delivery_id is 'Delivery the record came from; see mart.delivery_status.';
