package uk.csw.pipeline.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The staging tables that a layout can fill and the columns it can fill there, from a list beside this class: the
 * configuration must be checkable without a database. A test compares the list with the database.
 */
public final class StagingTables {
    private final Map<String, Map<String, StagingColumn>> tables;

    /**
     * @param type PostgreSQL type
     * @param required the column is {@code not null}
     */
    record StagingColumn(String type, boolean required) {}

    private StagingTables(Map<String, Map<String, StagingColumn>> tables) {
        this.tables = tables;
    }

    /** The tables of this version of the warehouse. */
    public static StagingTables known() {
        Map<String, Map<String, StagingColumn>> tables = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(StagingTables.class.getResourceAsStream("staging-tables.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> tables.computeIfAbsent(cells[0], entity -> new LinkedHashMap<>())
                            .put(cells[1], new StagingColumn(cells[2], Boolean.parseBoolean(cells[3]))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read staging-tables.csv", e);
        }
        return new StagingTables(tables);
    }

    /** The names of the tables, in the schema {@code staging}. */
    public Iterable<String> names() {
        return tables.keySet();
    }

    /** The PostgreSQL types of a table's columns, without the ones that every table opens with. */
    public Map<String, String> types(String table) {
        Map<String, String> types = new LinkedHashMap<>();
        columns(table).forEach((name, column) -> types.put(name, column.type()));
        return types;
    }

    /** The columns of a table by name, without the ones that every table opens with; empty for an unknown table. */
    Map<String, StagingColumn> columns(String entity) {
        return tables.getOrDefault(entity, Map.of());
    }
}
