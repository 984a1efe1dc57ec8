package uk.csw.pipeline.comparator;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.csw.pipeline.delivery.Sha256;
import uk.csw.pipeline.postgres.BinaryCopy;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.Authorities;

/**
 * Loads a folder of published tables, as they were downloaded. A file is known by what it says: the same one again does
 * nothing, a new edition is kept beside the old ones, and a file whose mapping has changed is read again.
 */
public final class PublishedFolder {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final int SEND_AT = 256 * 1024;
    private static final int REMARKS_OF_A_KIND = 5;
    private static final List<String> COLUMNS = List.of(
            "kpi_code", "area_level", "area_code", "area_name", "year", "value", "symbol", "is_computed", "note");

    private final PublishedTables tables;
    private final Authorities authorities;
    private final Instant now;

    public PublishedFolder(PublishedTables tables, Authorities authorities, Instant now) {
        this.tables = tables;
        this.authorities = authorities;
        this.now = now;
    }

    /**
     * Loads every CSV file in {@code folder} and below, in order of path. The connection must have a transaction open.
     *
     * @return what became of each file
     */
    public List<FileReport> load(Connection connection, Path folder) throws SQLException {
        InTransaction.isNeeded(connection, "Loading");
        // Two who load at once take turns: the second finds what the first has loaded.
        Sql.of("lock table core.published_file in share row exclusive mode").execute(connection);
        file("work_table.sql").execute(connection);
        List<FileReport> reports = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (PublishedText.isOne(path)) {
                    reports.add(load(connection, path, name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
        Sql.of("call core.use_published_population()").execute(connection);
        return reports;
    }

    private FileReport load(Connection connection, Path path, String name) throws SQLException {
        try (Reader text = PublishedText.open(path);
                CSVParser parser = FORMAT.parse(text)) {
            Iterator<CSVRecord> rows = parser.iterator();
            Header header = new Header(rows.hasNext() ? rows.next().toList() : List.of());
            List<PublishedTable> possible = tables.recognise(header);
            if (possible.size() != 1) {
                return FileReport.without(
                        name,
                        FileReport.State.NOT_RECOGNISED,
                        possible.isEmpty()
                                ? "no file in config/comparators has columns like these"
                                : "it could be any of "
                                        + possible.stream()
                                                .map(PublishedTable::name)
                                                .toList() + "; name a column in recognised_by that tells them apart");
            }
            return load(connection, possible.get(0), Sha256.of(path), name, header, rows);
        } catch (IOException | UncheckedIOException unreadable) {
            return FileReport.without(
                    name,
                    FileReport.State.NOTHING_TAKEN,
                    "it cannot be read as UTF-8 CSV (" + unreadable.getMessage() + "); download it again");
        }
    }

    private FileReport load(
            Connection connection,
            PublishedTable table,
            String sha256,
            String name,
            Header header,
            Iterator<CSVRecord> rows)
            throws SQLException {
        Optional<String> known = file("known_file.sql")
                .with("sha256", sha256)
                .with("mapping", table.fingerprint())
                .first(connection, row -> row.getString(1));
        if (known.isPresent()) {
            return new FileReport(name, FileReport.State.KNOWN, table.name(), known.get(), 0, List.of());
        }
        FigureReader reader =
                new FigureReader(table, header, code -> authorities.newest(code).isPresent());
        copy(connection, reader, header, rows);
        List<String> remarks = new ArrayList<>(remarks(reader));
        file("contradictions.sql")
                .list(connection, row -> row.getString(1))
                .forEach(codes -> remarks.add("not taken, because several rows give different figures for one area"
                        + " and year: " + codes + "; the table may have a breakdown that its mapping does not name"));
        if (reader.newestYear() == 0) {
            remarks.add("none of the figures that are mapped is in it");
            return new FileReport(name, FileReport.State.NOTHING_TAKEN, table.name(), "", 0, remarks);
        }
        String vintage = file("remember_file.sql")
                .with("sha256", sha256)
                .with("mapping", table.fingerprint())
                .with("file_name", name)
                .with("source_table", table.name())
                .with("is_collection", table.isCollection())
                .with("newest_year", reader.newestYear())
                .with("loaded_at", now.toString())
                .first(connection, row -> row.getString(1))
                .orElseThrow();
        file("forget_values.sql").with("sha256", sha256).execute(connection);
        long figures = file("take_values.sql").with("sha256", sha256).execute(connection);
        return new FileReport(name, FileReport.State.LOADED, table.name(), vintage, figures, remarks);
    }

    private static void copy(Connection connection, FigureReader reader, Header header, Iterator<CSVRecord> rows)
            throws SQLException {
        Sql.of("truncate published_row").execute(connection);
        BinaryCopy copy = new BinaryCopy("published_row", COLUMNS);
        try {
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                if (row.size() < header.width()) {
                    continue;
                }
                reader.read(row, (figure, where, year, cell) -> put(copy, figure, where, year, cell));
                if (copy.size() > SEND_AT) {
                    copy.send(connection);
                }
            }
            copy.flush(connection);
        } finally {
            copy.abandon();
        }
    }

    private static void put(BinaryCopy copy, MappedFigure figure, Area where, int year, PublishedCell cell) {
        copy.begin();
        copy.text(figure.code());
        copy.text(where.level());
        copy.text(where.code());
        copy.text(where.name());
        copy.integer(year);
        cell.value().ifPresentOrElse(copy::numeric, copy::nothing);
        if (cell.symbol().isEmpty()) {
            copy.nothing();
        } else {
            copy.text(cell.symbol());
        }
        copy.bool(figure.isComputed());
        copy.text(figure.note());
    }

    private static List<String> remarks(FigureReader reader) {
        List<String> remarks = new ArrayList<>();
        reader.notUnderstood().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(REMARKS_OF_A_KIND)
                .forEach(entry -> remarks.add("not understood, in " + entry.getValue() + " rows: " + entry.getKey()));
        if (reader.notUnderstood().size() > REMARKS_OF_A_KIND) {
            remarks.add("and " + (reader.notUnderstood().size() - REMARKS_OF_A_KIND) + " more of the kind");
        }
        if (!reader.absent().isEmpty() && reader.newestYear() > 0) {
            remarks.add("not in this edition: " + String.join(", ", reader.absent()));
        }
        return remarks;
    }

    private static Sql file(String name) {
        return Sql.file(PublishedFolder.class, name);
    }
}
