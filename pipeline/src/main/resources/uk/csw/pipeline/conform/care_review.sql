-- one row per review of a looked-after child, with the newest period of care that had begun and not ended before it
insert into core.fact_care_review (
    authority_key, child_key, review_date, care_period_no, participation, delivery_id, file_id, line
)
select distinct on (review.authority_key, review.child_key, review.review_date) -- one layout may repeat another
    review.authority_key,
    review.child_key,
    review.review_date,
    care_period.care_period_no,
    review.participation,
    review.delivery_id,
    review.file_id,
    review.line
from staging.in_force_care_review as review
join touched_child
    on touched_child.authority_key = review.authority_key
    and touched_child.child_key = review.child_key
left join core.fact_care_period as care_period
    on care_period.authority_key = review.authority_key
    and care_period.child_key = review.child_key
    and review.review_date between care_period.start_date and coalesce(care_period.end_date, date '9999-12-31')
order by
    review.authority_key, review.child_key, review.review_date,
    care_period.care_period_no desc nulls last, coalesce(review.last_mentioned, 999999) desc, review.period_key desc, review.layout
