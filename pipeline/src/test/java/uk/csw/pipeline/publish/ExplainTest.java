package uk.csw.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.Explain;
import uk.csw.pipeline.kpi.Explanation;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

class ExplainTest {
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);

    private Connection connection;
    private Release release;

    @BeforeEach
    void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        release = new Release(connection);
        release.looksAfter(32, 202608).looksAfter(30, 202607);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_figure_is_explained_with_its_definition_its_counts_and_what_it_is_set_beside() throws SQLException {
        long first = release.candidate();
        release.publish(first);

        Explanation explanation = explain(AUGUST, Basis.SNAPSHOT).orElseThrow();

        assertThat(explanation.words().numerator()).startsWith("Children looked after on the last day of the period.");
        assertThat(explanation.releaseId()).isEqualTo(first);
        assertThat(explanation.figure().numerator()).contains(new BigDecimal(32));
        assertThat(explanation.figure().status()).isEqualTo("measured");
        assertThat(explanation.figure().isProvisional()).isFalse();
        assertThat(explanation.figure().intervalLow().orElseThrow()).isLessThan(new BigDecimal(32));
        assertThat(explanation.comparisons())
                .extracting(Explanation.Beside::comparator, Explanation.Beside::direction)
                .containsExactly(tuple("previous_period", "up"), tuple("same_period_last_year", "not_known"));
    }

    @Test
    void the_files_behind_it_are_the_newest_of_each_period_and_those_held_back() throws SQLException {
        delivered(202607, "old.csv", "episodes", "care_episode", 100, 1, false);
        delivered(202608, "first.csv", "episodes", "care_episode", 100, 2, false);
        delivered(202608, "corrected.csv", "episodes", "care_episode", 101, 3, false);
        delivered(202609, "later.csv", "episodes", "care_episode", 102, 4, false);
        delivered(202609, "short.csv", "episodes", "care_episode", 10, 0, true);
        delivered(202609, "people.csv", "people", "person", 50, 5, false);
        delivered(202609, "missing.csv", "missing", "missing_episode", 50, 6, false);
        release.publish(release.candidate());

        Explanation explanation = explain(AUGUST, Basis.SNAPSHOT).orElseThrow();

        assertThat(explanation.files())
                .extracting(Explanation.FileBehind::fileName)
                .containsExactly("corrected.csv", "later.csv", "short.csv", "people.csv");
        assertThat(explanation.quarantined())
                .containsExactly(
                        new Explanation.Quarantined("episodes", 7, 203), new Explanation.Quarantined("people", 5, 50));
    }

    @Test
    void a_figure_that_is_not_available_says_why() throws SQLException {
        Sql.of("delete from core.population").execute(connection);
        release.publish(release.candidate());

        assertThat(explain(AUGUST, Basis.SNAPSHOT).orElseThrow().figure().reason())
                .isEqualTo("There is no population estimate for this authority.");
    }

    @Test
    void what_is_not_shown_cannot_be_explained() throws SQLException {
        release.candidate();

        assertThat(explain(AUGUST, Basis.SNAPSHOT)).isEmpty();
        assertThat(explain(YearMonth.of(2020, 1), Basis.SNAPSHOT)).isEmpty();
    }

    private Optional<Explanation> explain(YearMonth period, Basis basis) throws SQLException {
        return Explain.figure(connection, Release.CATALOGUE.find("CLA_RATE").orElseThrow(), Release.OWN, period, basis);
    }

    private void delivered(
            int period, String file, String layout, String entity, int read, int quarantined, boolean isHeld)
            throws SQLException {
        Sql.of("""
                        with delivered as (
                            insert into ops.delivery (authority_code, authority_key, period_key, sha256, state,
                                file_count, bytes, received_at, registered_at)
                            values ('372', 372, :period, 'x', 'landed', 1, 0, now(), now())
                            returning delivery_id
                        )
                        insert into ops.delivery_file (delivery_id, file_name, bytes, sha256, layout, entity, state,
                            is_held, rows_read, rows_staged, rows_quarantined)
                        select delivery_id, :file, 0, 'x', :layout, :entity, 'landed', :held, :read,
                            :read - :quarantined, :quarantined
                        from delivered
                        """)
                .with("period", period)
                .with("file", file)
                .with("layout", layout)
                .with("entity", entity)
                .with("held", isHeld)
                .with("read", read)
                .with("quarantined", quarantined)
                .execute(connection);
    }
}
