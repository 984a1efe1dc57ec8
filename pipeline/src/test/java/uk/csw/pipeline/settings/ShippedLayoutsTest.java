package uk.csw.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** The layouts we ship, against their schema, the code sets and the staging tables. */
class ShippedLayoutsTest {
    private static final Map<String, String> DATA_TYPES = Map.of(
            "date", "date",
            "month", "date",
            "integer", "integer",
            "decimal", "numeric",
            "flag", "boolean");

    private final Path config = Shared.config();
    private final List<YamlFile> layouts =
            YamlReader.of(config, "layout.schema.json").readAll("layouts");

    /** A column of a staging table. */
    private record Column(String dataType, boolean required) {}

    @Test
    void every_layout_follows_the_schema() {
        assertThat(layouts).flatExtracting(YamlFile::problems).isEmpty();
        assertThat(layouts)
                .filteredOn(file -> file.name().startsWith("layouts/ssda903/"))
                .hasSize(12);
        assertThat(layouts)
                .extracting(file -> file.root().path("layout").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_column_fits_its_staging_table() throws SQLException {
        DataSource database = TestDatabase.fresh();
        for (YamlFile layout : layouts) {
            if (layout.root().path("entity").asString().equals("none")) {
                continue;
            }
            Map<String, Column> table =
                    table(database, layout.root().path("entity").asString());
            for (JsonNode column : layout.root().path("columns")) {
                String type = DATA_TYPES.getOrDefault(column.path("type").asString(), "text");
                String name = column.path("name").asString();
                // Required means not null, and the other way round: a blank must stop the row, not the whole load.
                // A constant is never blank, so it fits either.
                boolean required = column.path("required").asBoolean();
                List<Column> fitting = column.has("constant")
                        ? List.of(new Column(type, true), new Column(type, false))
                        : List.of(new Column(type, required));
                assertThat(table.get(column.path("name").asString()))
                        .as(layout.name() + ", " + column.path("name").asString())
                        .isIn(fitting);
            }
        }
    }

    @Test
    void every_name_a_layout_uses_exists() {
        for (YamlFile layout : layouts) {
            JsonNode root = layout.root();
            List<String> columns = texts(root.path("columns"), "name");
            assertThat(columns).as(layout.name()).doesNotHaveDuplicates();
            assertThat(columns).as(layout.name()).containsAll(strings(root.path("key")));
            assertThat(columns).as(layout.name()).containsAll(strings(root.path("tie_break")));
            if (root.has("event_date")) {
                assertThat(columns)
                        .as(layout.name())
                        .contains(root.path("event_date").asString());
            }
            for (JsonNode column : root.path("columns")) {
                if (column.has("codes")) {
                    assertThat(config.resolve("codes/" + column.path("codes").asString() + ".csv"))
                            .satisfies(file -> assertThat(Files.exists(file))
                                    .as(file.toString())
                                    .isTrue());
                }
                if (column.has("valid_on")) {
                    assertThat(columns)
                            .as(layout.name())
                            .contains(column.path("valid_on").asString());
                }
            }
        }
    }

    @Test
    void a_file_of_one_layout_is_never_taken_for_another() {
        for (YamlFile layout : layouts) {
            for (YamlFile other : layouts) {
                // If all that the other needs could be in a file of this one, only the number of columns would decide.
                assertThat(layout.equals(other) || !couldBeReadAs(layout, other))
                        .as(layout.name() + " could be read as " + other.name())
                        .isTrue();
            }
        }
    }

    private static boolean couldBeReadAs(YamlFile layout, YamlFile other) {
        Set<String> possible = new HashSet<>();
        layout.root().path("columns").forEach(column -> possible.addAll(headings(column)));
        return StreamSupport.stream(other.root().path("columns").spliterator(), false)
                .filter(column -> !column.path("optional_header").asBoolean() && !column.has("constant"))
                .allMatch(column -> headings(column).stream().anyMatch(possible::contains));
    }

    /** The headings of a column, in lower case. */
    private static List<String> headings(JsonNode column) {
        List<String> headings = strings(column.path("aliases"));
        headings.addAll(strings(column.path("inverse_aliases")));
        headings.add(column.path("header").asString());
        headings.replaceAll(heading -> heading.toLowerCase(Locale.ROOT));
        return headings;
    }

    private static Map<String, Column> table(DataSource database, String entity) throws SQLException {
        Map<String, Column> columns = new TreeMap<>();
        InTransaction.run(
                        database,
                        connection -> Sql.of("select column_name, data_type, is_nullable"
                                        + " from information_schema.columns"
                                        + " where table_schema = 'staging' and table_name = :entity")
                                .with("entity", entity)
                                .list(
                                        connection,
                                        row -> Map.entry(
                                                row.getString(1),
                                                new Column(
                                                        row.getString(2),
                                                        row.getString(3).equals("NO")))))
                .forEach(entry -> columns.put(entry.getKey(), entry.getValue()));
        assertThat(columns).as("staging." + entity).isNotEmpty();
        return columns;
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.path(field).asString())
                .toList();
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> strings = new ArrayList<>();
        nodes.forEach(node -> strings.add(node.asString()));
        return strings;
    }
}
