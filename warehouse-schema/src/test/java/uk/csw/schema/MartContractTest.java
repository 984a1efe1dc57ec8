package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What analysts build on: names, columns and words of the published views. */
class MartContractTest {
    private static Warehouse warehouse;
    private final Changelog changelog = new Changelog(getClass().getClassLoader());

    @BeforeAll
    static void migrate() throws SQLException {
        warehouse = Warehouse.empty();
    }

    @Test
    void published_columns_are_those_agreed() throws SQLException, IOException {
        List<String> columns = warehouse.rows("""
                select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type
                from information_schema.columns
                where table_schema in ('mart', 'mart_public')
                order by table_schema, table_name, ordinal_position
                """);
        Path now = Files.writeString(Path.of("target", "mart-columns.txt"), String.join("\n", columns) + "\n");

        assertThat(columns)
                .as(
                        "Analysts' reports rest on these columns. If the change is meant, copy %s to src/test/resources",
                        now)
                .containsExactlyElementsOf(agreedColumns());
    }

    @Test
    void every_published_view_and_column_is_explained() throws SQLException {
        List<String> unexplained = warehouse.rows("""
                select format('%s.%s', view.oid::regclass, attribute.attname)
                from pg_class as view
                join pg_attribute as attribute on view.oid = attribute.attrelid
                where
                    view.relnamespace in ('mart'::regnamespace, 'mart_public'::regnamespace)
                    and attribute.attnum > 0
                    and (
                        col_description(view.oid, attribute.attnum) is null
                        or obj_description(view.oid, 'pg_class') is null
                    )
                """);

        assertThat(unexplained).isEmpty();
    }

    @Test
    void every_view_file_opens_with_its_grain_and_says_it_again_in_the_comment() throws SQLException {
        for (PublishedView view : changelog.views()) {
            String text = changelog.read(view.file());
            assertThat(text).as(view.file()).startsWith("-- One row per ");
            String grain = text.substring("-- ".length(), text.indexOf('\n'));
            String opening = grain.substring(0, Math.min(grain.length(), 40)).replaceAll("[.;:,].*", "");
            assertThat(warehouse.rows("select obj_description('%s.%s'::regclass, 'pg_class')"
                            .formatted(view.schema(), view.name())))
                    .as(view.file())
                    .singleElement()
                    .asString()
                    .startsWith(opening);
        }
    }

    @Test
    void no_view_takes_whatever_columns_there_are() {
        for (PublishedView view : changelog.views()) {
            assertThat(changelog.read(view.file())).as(view.file()).doesNotContainPattern("(select|\\.)\\s*\\*");
        }
    }

    @Test
    void every_view_comes_from_a_file_that_the_changelog_names() throws SQLException {
        assertThat(warehouse.rows("""
                        select format('%s.%s', schemaname, viewname)
                        from pg_views
                        where schemaname in ('kpi', 'mart', 'mart_public')
                        """))
                .containsExactlyInAnyOrderElementsOf(changelog.views().stream()
                        .map(view -> view.schema() + "." + view.name())
                        .toList());
    }

    @Test
    void an_empty_warehouse_can_be_read() throws SQLException {
        for (PublishedView view : changelog.views()) {
            assertThat(warehouse.rows("select count(*) from %s.%s".formatted(view.schema(), view.name())))
                    .as(view.name())
                    .hasSize(1);
        }
    }

    private static List<String> agreedColumns() throws IOException {
        try (InputStream in = MartContractTest.class.getResourceAsStream("/mart-columns.txt")) {
            assertThat(in).as("src/test/resources/mart-columns.txt").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
