package uk.csw.jobs.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.csw.pipeline.delivery.Recognition;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.ColumnType;
import uk.csw.pipeline.layout.Layout;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.Sql;

/**
 * The measure to compare with: the server itself reads the files into tables whose columns have the right types, with
 * nothing judged, decoded or counted. It needs no connection to send rows over.
 */
final class BareCopy {
    private final Connection connection;
    private final Layouts layouts;
    private final Map<List<String>, String> tables = new HashMap<>();

    BareCopy(Connection connection, Layouts layouts) {
        this.connection = connection;
        this.layouts = layouts;
    }

    /** Loads the files; returns rows. {@link #prepare} makes the tables, outside of what is timed. */
    long load(List<Path> files) throws SQLException, IOException {
        long rows = 0;
        for (Path file : files) {
            rows += Sql.of("copy " + table(file) + " from '" + file.toAbsolutePath() + "' (format csv, header true)")
                    .execute(connection);
        }
        return rows;
    }

    /** Makes an empty table for every set of headings; two sources may have files of one name. */
    void prepare(List<Path> files) throws SQLException, IOException {
        Sql.of("drop schema if exists bare cascade").execute(connection);
        Sql.of("create schema bare").execute(connection);
        Sql.of("set datestyle = 'ISO, DMY'").execute(connection);
        tables.clear();
        for (Path file : files) {
            List<String> header = header(file);
            if (!tables.containsKey(header)) {
                String table = "bare.table_" + (tables.size() + 1);
                tables.put(header, table);
                Sql.of("create table " + table + " (" + String.join(", ", columns(header)) + ")")
                        .execute(connection);
            }
        }
    }

    private String table(Path file) throws IOException {
        return Objects.requireNonNull(tables.get(header(file)), "prepare was not called for " + file);
    }

    private List<String> columns(List<String> header) {
        String[] types = new String[header.size()];
        if (layouts.recognise(header) instanceof Recognition.Recognised recognised) {
            Layout layout = layouts.layout(recognised.layout());
            int[] positions = layout.positions(header);
            List<Column> columns = layout.columns();
            for (int i = 0; i < positions.length; i++) {
                if (positions[i] >= 0 && columns.get(i).type() == ColumnType.DATE) {
                    types[positions[i]] = "date";
                }
            }
        }
        List<String> definitions = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            definitions.add("column_" + i + " " + (types[i] == null ? "text" : types[i]));
        }
        return definitions;
    }

    private static List<String> header(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            return first == null ? List.of() : List.of(first.split(",", -1));
        }
    }
}
