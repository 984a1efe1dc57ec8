-- One row per published release.
create view mart.release as
select
    release.release_id,
    release.published_at,
    release.release_id = current_release.release_id as is_current
from ops.release as release
cross join ops.current_release as current_release
where release.state = 'published';

comment on view mart.release is 'One row per published release. A release replaces all figures at once; the one before is kept for comparison.';
comment on column mart.release.release_id is 'Number of the release, rising.';
comment on column mart.release.published_at is 'When it was published.';
comment on column mart.release.is_current is 'True for the release that the views show.';
