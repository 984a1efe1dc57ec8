-- Puts the rows of the facts into categories, large and small.
with referral as (
    update core.fact_referral
    set
        age_at_referral = child_key * 7 % 18,
        referral_source = (array['1A', '1A', '1A', '1A', '1A', '2B', '3A', '4', '5D'])[1 + child_key * 13 % 9]
    returning 1
),
episode as (
    update core.fact_care_episode
    set
        age_at_end = child_key * 7 % 18,
        legal_status = (array['C2', 'C2', 'C2', 'V2', 'E1', 'J1'])[1 + child_key * 11 % 6],
        placement_type = (array['U6', 'U6', 'U6', 'U1', 'A3', 'K2', 'P1'])[1 + child_key * 5 % 7]
    returning 1
)
update core.fact_child_month
set
    age = child_key * 7 % 18,
    sex = (array['F', 'M', 'M', 'F', 'U'])[1 + child_key * 3 % 5],
    ethnicity = (array['WBRI', 'WBRI', 'WBRI', 'WBRI', 'MWBC', 'AIND', 'BCRB'])[1 + child_key * 11 % 7],
    placement_type = (array['U6', 'U6', 'U6', 'U1', 'A3', 'K2', 'P1'])[1 + child_key * 5 % 7],
    placement_provider = (array['PR1', 'PR1', 'PR4'])[1 + child_key * 17 % 3],
    is_asylum_seeker = child_key % 9 = 0
