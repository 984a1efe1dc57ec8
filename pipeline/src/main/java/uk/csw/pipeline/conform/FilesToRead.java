package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.csw.pipeline.postgres.Sql;

/**
 * The files whose rows have to be read from staging, by layout. A statement that names them reads no other rows: those
 * of one file lie together.
 */
final class FilesToRead {
    private final Map<String, List<Long>> byLayout = new HashMap<>();

    private FilesToRead() {}

    private record StandingFile(String layout, long fileId) {}

    /** What the tables {@code standing} and {@code change_of_standing} call for. */
    static FilesToRead of(Connection connection) throws SQLException {
        FilesToRead files = new FilesToRead();
        Sql.file(FilesToRead.class, "files_to_read.sql")
                .list(connection, row -> new StandingFile(row.getString("layout"), row.getLong("file_id")))
                .forEach(file -> files.byLayout
                        .computeIfAbsent(file.layout(), layout -> new ArrayList<>())
                        .add(file.fileId()));
        return files;
    }

    List<Long> of(Collection<String> layouts) {
        return layouts.stream()
                .flatMap(layout -> byLayout.getOrDefault(layout, List.of()).stream())
                .toList();
    }
}
