package uk.csw.pipeline.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.csw.pipeline.postgres.BinaryCopy;
import uk.csw.pipeline.postgres.Sql;

/** The files, parts and findings of the deliveries being registered, gathered and then written together. */
final class FileRows {
    private final List<Long> deliveries = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<String> layouts = new ArrayList<>();
    private final List<String> entities = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<PartsOf> parts = new ArrayList<>();
    private final List<FindingOf> findings = new ArrayList<>();

    private record Key(long deliveryId, String name) {}

    private record PartsOf(Key file, List<Part> parts) {}

    private record FindingOf(Key file, FileFinding finding) {}

    /** A table of a delivery; its parts are kept when it is going to be landed. */
    void add(long deliveryId, CheckedFile file, String state) {
        add(deliveryId, file.look(), file.sha256(), state);
        sources.add(file.table().map(Recognition.Recognised::source).orElse(""));
        layouts.add(file.table().map(Recognition.Recognised::layout).orElse(""));
        entities.add(file.table().map(Recognition.Recognised::entity).orElse(""));
        if (state.equals("registered")) {
            parts.add(new PartsOf(new Key(deliveryId, file.look().name()), file.parts()));
        }
    }

    /** A file that is no table: known by name alone. */
    void addIgnored(long deliveryId, FileLook look) {
        add(deliveryId, look, "", "ignored");
        sources.add("");
        layouts.add("");
        entities.add("");
    }

    private void add(long deliveryId, FileLook look, String sha256, String state) {
        deliveries.add(deliveryId);
        names.add(look.name());
        sizes.add(look.bytes());
        hashes.add(sha256);
        states.add(state);
    }

    /** A finding on a delivery in {@code folder} or one of its files. */
    void add(long deliveryId, String folder, FileFinding finding) {
        String name = finding.path().equals(folder) ? "" : finding.path().substring(folder.length() + 1);
        findings.add(new FindingOf(new Key(deliveryId, name), finding));
    }

    void insert(Connection connection) throws SQLException {
        Map<Key, Long> ids = new HashMap<>();
        Sql.file(getClass(), "insert-files.sql")
                .with("deliveries", deliveries)
                .with("names", names)
                .with("sizes", sizes)
                .with("hashes", hashes)
                .with("sources", sources)
                .with("layouts", layouts)
                .with("entities", entities)
                .with("states", states)
                .list(
                        connection,
                        row -> Map.entry(
                                new Key(row.getLong("delivery_id"), row.getString("file_name")),
                                row.getLong("file_id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        insertParts(connection, ids);
        insertFindings(connection, ids);
    }

    private void insertParts(Connection connection, Map<Key, Long> ids) throws SQLException {
        BinaryCopy rows = new BinaryCopy(
                "ops.file_part", List.of("file_id", "part_no", "byte_from", "byte_to", "first_line", "checksum"));
        for (PartsOf file : parts) {
            int number = 0;
            for (Part part : file.parts()) {
                rows.begin();
                rows.bigint(ids.getOrDefault(file.file(), 0L));
                rows.integer(++number);
                rows.bigint(part.from());
                rows.bigint(part.to());
                rows.bigint(part.firstLine());
                rows.bigint(part.checksum());
            }
        }
        rows.flush(connection);
    }

    private void insertFindings(Connection connection, Map<Key, Long> ids) throws SQLException {
        BinaryCopy rows = new BinaryCopy(
                "quarantine.finding", List.of("delivery_id", "file_id", "line", "rule_code", "found", "expected"));
        for (FindingOf one : findings) {
            Long file = ids.get(one.file());
            rows.begin();
            rows.bigint(one.file().deliveryId());
            if (file == null) {
                rows.nothing();
            } else {
                rows.bigint(file);
            }
            if (one.finding().line() == 0) {
                rows.nothing();
            } else {
                rows.bigint(one.finding().line());
            }
            rows.text(one.finding().rule().code());
            rows.text(file == null ? foundIn(one) : one.finding().found());
            rows.text(one.finding().expected());
        }
        rows.flush(connection);
    }

    /** What could not be taken as a file has no row that names it. */
    private static String foundIn(FindingOf one) {
        String name = one.file().name();
        return name.isEmpty()
                ? one.finding().found()
                : name + ": " + one.finding().found();
    }
}
