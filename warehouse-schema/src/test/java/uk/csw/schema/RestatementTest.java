package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which figure changed between two releases, and why. */
class RestatementTest {
    private Warehouse warehouse;

    @BeforeEach
    void publish_three_releases() throws SQLException {
        warehouse = Warehouse.withReferenceData();
        warehouse.run("""
                insert into kpi.definition
                values
                    ('RATE', 'v1', 'Rate', '', '', '', '', 'per_10000', 0, 'none', '', '', '', false),
                    ('RATE', 'v2', 'Rate', '', '', '', '', 'per_10000', 0, 'none', '', '', '', true)
                """, """
                insert into ops.release (night_id, state, created_at, published_at)
                values
                    ('first', 'published', now(), now()), ('second', 'refused', now(), null),
                    ('third', 'published', now(), now())
                """, "update ops.current_release set release_id = 3");
    }

    @Test
    void a_corrected_count_is_late_or_corrected_records() throws SQLException {
        figure(202608, 60, 10000, "60", "v1", "1, 3");
        figure(202608, 61, 10000, "61", "v1", "3, null");

        assertThat(warehouse.rows("""
                        select
                            kpi_code, authority_code, period_key, basis, old_release_id, new_release_id, old_value,
                            new_value, difference, old_numerator, new_numerator, reason
                        from mart.restatement
                        """))
                .containsExactly("RATE|301|202608|month|1|3|60|61|1|60|61|late or corrected records");
    }

    @Test
    void the_same_count_over_another_population_is_changed_population() throws SQLException {
        figure(202608, 60, 10000, "60", "v1", "1, 3");
        figure(202608, 60, 12000, "50", "v1", "3, null");

        assertThat(reasons()).isEqualTo("changed population");
    }

    @Test
    void another_definition_is_changed_definition() throws SQLException {
        figure(202608, 60, 10000, "60", "v1", "1, 3");
        figure(202608, 70, 10000, "70", "v2", "3, null");

        assertThat(reasons()).isEqualTo("changed definition");
    }

    @Test
    void a_figure_no_longer_shown_is_no_data() throws SQLException {
        figure(202608, 60, 10000, "60", "v2", "1, 3");

        assertThat(warehouse.rows("select old_value, new_value, new_status, reason from mart.restatement"))
                .containsExactly("60||no_data|late or corrected records");
    }

    @Test
    void new_figures_and_unchanged_ones_are_no_restatements() throws SQLException {
        figure(202607, 60, 10000, "60", "v1", "1, null");
        figure(202608, 60, 10000, "60", "v1", "3, null");
        figure(202606, 60, 10000, "60", "v1", "1, 3");
        figure(202606, 60, 10000, "60", "v2", "3, null");

        assertThat(warehouse.rows("select period_key from mart.restatement")).isEmpty();
    }

    @Test
    void a_release_not_shown_yet_restates_nothing() throws SQLException {
        figure(202608, 60, 10000, "60", "v1", "1, 3");
        figure(202608, 61, 10000, "61", "v1", "3, null");
        warehouse.run("update ops.current_release set release_id = 1");

        assertThat(warehouse.rows("select period_key from mart.restatement")).isEmpty();
    }

    private String reasons() throws SQLException {
        return String.join(",", warehouse.rows("select reason from mart.restatement"));
    }

    private void figure(int period, int numerator, int denominator, String value, String version, String releases)
            throws SQLException {
        warehouse.run("""
                insert into kpi.value
                values ('RATE', 301, %d, 'month', %d, %d, %s, 'measured', null, null, false, '%s', %s)
                """.formatted(period, numerator, denominator, value, version, releases));
    }
}
