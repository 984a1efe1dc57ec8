package uk.csw.jobs.quarantine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.csw.pipeline.postgres.Sql;

/**
 * Puts corrected rows back in their place in the files of the inbox; the next night takes each changed file as a new
 * delivery. The file as it was delivered is kept. All rows can be put back, or nothing is changed.
 */
public final class Replay {
    private final Connection connection;
    private final Path inbox;
    private final Path kept;

    /**
     * @param inbox the folder of deliveries
     * @param kept where the files are kept as they were before
     */
    public Replay(Connection connection, Path inbox, Path kept) {
        this.connection = connection;
        this.inbox = inbox;
        this.kept = kept;
    }

    /**
     * Puts the rows of {@code exported} back that differ from what was refused.
     *
     * @return how many rows were corrected, by file
     * @throws ReplayProblem when a row cannot be put back
     */
    public Map<String, Integer> run(Path exported) throws SQLException {
        List<Corrected> files = new ArrayList<>();
        try {
            for (List<RefusedRow> rows : byFile(read(exported)).values()) {
                correct(rows, files);
            }
            files.forEach(this::exchange);
        } finally {
            files.forEach(file -> file.text().forget());
        }
        return files.stream().collect(Collectors.toMap(Corrected::place, Corrected::rows, Integer::sum, TreeMap::new));
    }

    private static List<RefusedRow> read(Path exported) {
        try (CSVParser parser = CSVParser.parse(
                Files.newBufferedReader(exported),
                RefusedRow.FORMAT.builder().setSkipHeaderRecord(true).get())) {
            List<RefusedRow> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                if (record.size() != RefusedRow.HEADER.size()) {
                    throw new ReplayProblem("Row " + record.getRecordNumber() + " of " + exported + " has "
                            + record.size() + " cells; expected " + RefusedRow.HEADER.size()
                            + ". Put a row that holds a comma in quotes.");
                }
                rows.add(RefusedRow.of(record));
            }
            return rows;
        } catch (IOException e) {
            throw new ReplayProblem("Cannot read " + exported.toAbsolutePath() + ": " + e.getMessage());
        }
    }

    private static Map<String, List<RefusedRow>> byFile(List<RefusedRow> rows) {
        Map<String, List<RefusedRow>> files = new LinkedHashMap<>();
        rows.forEach(row ->
                files.computeIfAbsent(row.place(), place -> new ArrayList<>()).add(row));
        return files;
    }

    /** Adds the file of these rows, all of one file, to {@code corrected}, when any of them differs. */
    private void correct(List<RefusedRow> rows, List<Corrected> corrected) throws SQLException {
        RefusedRow first = rows.get(0);
        Path path = inbox.resolve(first.place()).normalize();
        if (!path.startsWith(inbox.normalize()) || !Files.isRegularFile(path)) {
            throw new ReplayProblem("There is no " + first.place() + " in " + inbox.toAbsolutePath()
                    + ". Name the inbox it was delivered to with --inbox DIR.");
        }
        Loaded loaded = Sql.file(Replay.class, "loaded_file.sql")
                .with("authority", first.authority())
                .with("period", first.period().getYear() * 100 + first.period().getMonthValue())
                .with("file", first.file())
                .first(connection, row -> new Loaded(row.getLong(1), row.getString(2)))
                .orElseThrow(() -> new ReplayProblem(first.place() + " was never loaded. See csw deliveries list."));
        DeliveredText text = new DeliveredText(path);
        if (!text.sha256().equals(loaded.sha256())) {
            throw new ReplayProblem(
                    first.place() + " has changed since it was loaded: corrected already, or delivered anew."
                            + " Run 'csw nightly', then export again.");
        }
        Map<Long, String> before = refused(loaded.fileId());
        Map<Long, String> after = new TreeMap<>();
        for (RefusedRow row : rows) {
            String was = before.get(row.line());
            if (was == null) {
                throw new ReplayProblem(first.place() + " line " + row.line() + " is not in quarantine. Export again.");
            }
            if (row.text().isBlank()) {
                throw new ReplayProblem(
                        first.place() + " line " + row.line() + " is empty in the exported file; expected the"
                                + " corrected row. To leave it in quarantine, take the line out of the exported file.");
            }
            if (!row.text().equals(was)) {
                after.put(row.line(), row.text());
            }
        }
        if (!after.isEmpty()) {
            corrected.add(new Corrected(path, first.place(), loaded.sha256(), text.with(before, after), after.size()));
        }
    }

    private Map<Long, String> refused(long fileId) throws SQLException {
        Map<Long, String> rows = new TreeMap<>();
        Sql.of("select line, raw_text from quarantine.row where file_id = :file")
                .with("file", fileId)
                .list(connection, row -> rows.put(row.getLong(1), row.getString(2)));
        return rows;
    }

    private void exchange(Corrected file) {
        try {
            Path before = kept.resolve(file.place() + "." + file.sha256().substring(0, 12));
            Files.createDirectories(before.getParent());
            Files.copy(file.path(), before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            allowTheSame(file.path(), file.text().path());
            Files.move(file.text().path(), file.path(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot replace " + file.path(), e);
        }
    }

    /** A new temporary file is for its owner alone; who could read the delivered file is to read this one. */
    private static void allowTheSame(Path delivered, Path corrected) throws IOException {
        if (Files.getFileStore(delivered).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(corrected, Files.getPosixFilePermissions(delivered));
        }
    }

    private record Loaded(long fileId, String sha256) {}

    /**
     * A file with its corrections.
     *
     * @param text the corrected text, in a file of its own
     */
    private record Corrected(Path path, String place, String sha256, DeliveredText text, int rows) {}
}
