select release.published_at
from ops.release as release
inner join ops.current_release as current_release
    on current_release.release_id = release.release_id
