-- One row per child and period of care that ended in adoption.
create view mart.fact_adoption as
select
    authority.authority_code,
    adoption.child_key,
    adoption.care_period_no,
    adoption.adoption_date,
    adoption.care_start_date,
    adoption.decision_date,
    adoption.placement_order_date,
    adoption.match_date,
    adoption.placed_date,
    adoption.is_placed_12m,
    adoption.days_to_placement,
    adoption.days_to_match,
    adoption.age_at_adoption,
    adoption.foster_carer_adopts,
    adoption.adopter_count
from core.fact_adoption as adoption
join core.authority as authority on adoption.authority_key = authority.authority_key;

comment on view mart.fact_adoption is 'One row per child and period of care that ended in adoption. Each date is absent when the return does not give it. Pseudonymous.';
comment on column mart.fact_adoption.authority_code is 'Authority whose records these are; see mart.dim_authority.';
comment on column mart.fact_adoption.child_key is 'Pseudonym of the child within the authority; see mart.dim_child.';
comment on column mart.fact_adoption.care_period_no is 'Number of the period of care, in mart.fact_care_period.';
comment on column mart.fact_adoption.adoption_date is 'Day of the adoption order, on which care ended.';
comment on column mart.fact_adoption.care_start_date is 'First day of the period of care.';
comment on column mart.fact_adoption.decision_date is 'Day of the decision that the child should be adopted.';
comment on column mart.fact_adoption.placement_order_date is 'First day of a placement order (legal status E1).';
comment on column mart.fact_adoption.match_date is 'Day on which child and adopters were matched.';
comment on column mart.fact_adoption.placed_date is 'First day with the adopters: the start of the last stay in placements A3 to A6.';
comment on column mart.fact_adoption.is_placed_12m is 'True when placed within 12 months of the decision; false also when a date is missing.';
comment on column mart.fact_adoption.days_to_placement is 'Calendar days from entering care to moving in with the adopters; absent when one of the days is not known.';
comment on column mart.fact_adoption.days_to_match is 'Calendar days from the placement order to the match, none when matched before; absent when one of the days is not known.';
comment on column mart.fact_adoption.age_at_adoption is 'Age in whole years on the day of adoption; absent when the date of birth is not known.';
comment on column mart.fact_adoption.foster_carer_adopts is 'True when a former foster carer adopted; absent when not known.';
comment on column mart.fact_adoption.adopter_count is 'Number of adopters; absent when not known.';
