package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the views when a new version of the warehouse brings a changed changelog. */
class RebuildTest {
    private static final String GLOSSARY = "db/views/mart/51_glossary.sql";

    @TempDir
    Path newVersion;

    private final Changelog today = new Changelog(getClass().getClassLoader());
    private Warehouse warehouse;

    @BeforeEach
    void migrate() throws SQLException {
        warehouse = Warehouse.empty();
    }

    @Test
    void a_changed_view_is_rebuilt_with_all_others() throws Exception {
        SchemaInstaller tomorrow = version(
                GLOSSARY,
                text -> text.replace("mart.glossary.kind", "mart.glossary.sort").replaceAll("\\bkind\\b", "sort"));

        assertThat(tomorrow.status(warehouse.database())).anyMatch(line -> line.contains("910-published-views"));
        assertThat(tomorrow.migrate(warehouse.database())).isPositive();

        assertThat(warehouse.rows("select count(*) from mart.glossary where sort = 'status'"))
                .containsExactly("7");
        assertThat(warehouse.rowsAs("csw_dashboard", "select count(*) from mart.scorecard"))
                .containsExactly("0");
        assertThat(tomorrow.migrate(warehouse.database())).isZero();
    }

    @Test
    void a_table_under_a_view_can_be_altered() throws Exception {
        String table = "db/changelog/070-quartz.sql";
        SchemaInstaller tomorrow = version(table, text -> text + """

                --changeset csw:wider-unit
                alter table core.dim_period alter column period_label type varchar(100);
                """);

        assertThat(tomorrow.migrate(warehouse.database())).isPositive();
        assertThat(warehouse.rows("select count(*) from mart.dim_period")).containsExactly("0");
    }

    @Test
    void a_view_that_somebody_built_upon_ours_stops_the_migration_and_is_named() throws Exception {
        warehouse.run("create schema analyst", "create view analyst.my_terms as select term from mart.glossary");
        SchemaInstaller tomorrow = version(GLOSSARY, text -> text + "\n-- changed\n");

        assertThatThrownBy(() -> tomorrow.migrate(warehouse.database()))
                .isInstanceOf(SchemaFailure.class)
                .hasMessageContaining("analyst.my_terms on mart.glossary")
                .hasMessageContaining("drop them");

        assertThat(warehouse.rows("select count(*) from analyst.my_terms where term = 'RED'"))
                .containsExactly("1");
        assertThat(new SchemaInstaller().migrate(warehouse.database())).isZero();
    }

    @Test
    void a_view_of_somebody_else_in_mart_is_left_alone() throws Exception {
        warehouse.run("create view mart.theirs as select 1 as number");

        version(GLOSSARY, text -> text + "\n-- changed\n").migrate(warehouse.database());

        assertThat(warehouse.rows("select number from mart.theirs")).containsExactly("1");
    }

    @Test
    void a_mistake_in_a_view_leaves_the_old_views() throws Exception {
        SchemaInstaller tomorrow = version(GLOSSARY, text -> text.replace("from standing_term", "from no_such_term"));

        assertThatThrownBy(() -> tomorrow.migrate(warehouse.database()))
                .isInstanceOf(SchemaFailure.class)
                .hasMessageContaining("910-published-views")
                .hasMessageContaining("no_such_term");

        assertThat(warehouse.rows("select meaning from mart.glossary where term = 'KPI'"))
                .containsExactly("Key performance indicator");
    }

    /** The changelog of today with one file changed. */
    private SchemaInstaller version(String changed, UnaryOperator<String> change)
            throws IOException, MalformedURLException {
        for (String file : today.files()) {
            Path copy = newVersion.resolve(file);
            Files.createDirectories(copy.getParent());
            String text = today.read(file);
            Files.writeString(copy, file.equals(changed) ? change.apply(text) : text);
        }
        return new SchemaInstaller(
                new Changelog(new URLClassLoader(new URL[] {newVersion.toUri().toURL()}, null)));
    }
}
