-- one row per child of which something differs, and the first month in which that can show
create temporary table child_since on commit drop as
select
    authority_key,
    child_key,
    min(since_index) as since_index
from (
    select authority_key, child_key, since_index from difference
    union all
    -- month ends read these rows as they are, whenever they were
    select authority_key, child_key, 0 as since_index from touched_row where entity = 'asylum_seeker'
) as differing
group by authority_key, child_key
