package uk.csw.pipeline.quality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.csw.pipeline.layout.StagingTables;
import uk.csw.pipeline.postgres.Sql;

/** Proves that every row read stands in staging or in quarantine, by counting what is there. */
final class Proof {
    private final Connection connection;
    private final Collection<Long> deliveries;

    private record FileCount(long fileId, String path, String entity, long partsOpen, long read) {}

    private record Counted(long fileId, long rows) {}

    Proof(Connection connection, Collection<Long> deliveries) {
        this.connection = connection;
        this.deliveries = deliveries;
    }

    void run(Instant now) throws SQLException {
        List<FileCount> files = Sql.file(getClass(), "landed-files.sql")
                .with("deliveries", deliveries)
                .list(
                        connection,
                        row -> new FileCount(
                                row.getLong("file_id"),
                                row.getString("path"),
                                row.getString("entity"),
                                row.getLong("parts_open"),
                                row.getLong("rows_read")));
        clearRefused();
        Map<Long, Long> staged = new HashMap<>();
        for (String entity : StagingTables.known().names()) {
            List<Long> ofEntity = files.stream()
                    .filter(file -> file.entity().equals(entity))
                    .map(FileCount::fileId)
                    .toList();
            if (!ofEntity.isEmpty()) {
                staged.putAll(count("staging." + entity, "file_id", "integer", ofEntity));
            }
        }
        Map<Long, Long> quarantined = count("quarantine.row", "delivery_id", "bigint", deliveries);
        check(files, staged, quarantined);
        save(files, staged, quarantined, now);
    }

    private static void check(List<FileCount> files, Map<Long, Long> staged, Map<Long, Long> quarantined) {
        List<String> wrong = new ArrayList<>();
        for (FileCount file : files) {
            long inStaging = staged.getOrDefault(file.fileId(), 0L);
            long inQuarantine = quarantined.getOrDefault(file.fileId(), 0L);
            if (file.partsOpen() > 0) {
                wrong.add(file.path() + ": " + file.partsOpen() + " parts not landed");
            } else if (file.read() != inStaging + inQuarantine) {
                wrong.add(file.path() + ": read " + file.read() + ", staged " + inStaging + ", quarantined "
                        + inQuarantine);
            }
        }
        if (!wrong.isEmpty()) {
            throw new RowsUnaccounted(wrong);
        }
    }

    /**
     * Rows by file; the table comes from the list of our own, the column says where it finds them quickly. Numbers of the
     * column's own type are looked up in a hash table; others would be held against each row one by one.
     */
    private Map<Long, Long> count(String table, String column, String type, Collection<Long> ids) throws SQLException {
        Map<Long, Long> counts = new HashMap<>();
        Sql.of("select file_id, count(*) from " + table + " where " + column + " = any (:ids::" + type
                        + "[]) group by file_id")
                .with("ids", ids)
                .list(connection, row -> new Counted(row.getLong(1), row.getLong(2)))
                .forEach(counted -> counts.put(counted.fileId(), counted.rows()));
        return counts;
    }

    /** Nothing lands of a refused delivery: one that was refused on the way leaves nothing behind. */
    private void clearRefused() throws SQLException {
        List<Long> refused = Sql.file(getClass(), "refused-on-the-way.sql")
                .with("deliveries", deliveries)
                .list(connection, row -> row.getLong(1));
        if (refused.isEmpty()) {
            return;
        }
        for (String entity : StagingTables.known().names()) {
            Sql.file(getClass(), "delete-staged.sql")
                    .filled("entity", entity)
                    .with("deliveries", refused)
                    .execute(connection);
        }
        Sql.of("delete from quarantine.row where delivery_id = any (:deliveries)")
                .with("deliveries", refused)
                .execute(connection);
        Sql.file(getClass(), "refuse-files.sql").with("deliveries", refused).execute(connection);
    }

    private void save(List<FileCount> files, Map<Long, Long> staged, Map<Long, Long> quarantined, Instant now)
            throws SQLException {
        Sql.file(getClass(), "mark-files-landed.sql")
                .with("files", files.stream().map(FileCount::fileId).toList())
                .with("read", files.stream().map(FileCount::read).toList())
                .with(
                        "staged",
                        files.stream()
                                .map(file -> staged.getOrDefault(file.fileId(), 0L))
                                .toList())
                .with(
                        "quarantined",
                        files.stream()
                                .map(file -> quarantined.getOrDefault(file.fileId(), 0L))
                                .toList())
                .with("now", now.toEpochMilli())
                .execute(connection);
        Sql.file(getClass(), "mark-deliveries-landed.sql")
                .with("deliveries", deliveries)
                .with("now", now.toEpochMilli())
                .execute(connection);
    }
}
