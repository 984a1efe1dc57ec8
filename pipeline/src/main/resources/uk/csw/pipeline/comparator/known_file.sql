select vintage
from core.published_file
where
    sha256 = :sha256
    and mapping = :mapping
