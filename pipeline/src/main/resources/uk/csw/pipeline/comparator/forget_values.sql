delete from core.published_value
where file_id = (select file_id from core.published_file where sha256 = :sha256)
