package uk.csw.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

class PublishTest {
    private Connection connection;
    private Connection reader;
    private Release release;

    @BeforeEach
    void a_warehouse() throws SQLException {
        DataSource database = TestDatabase.fresh();
        connection = database.getConnection();
        reader = database.getConnection();
        release = new Release(connection);
        Sql.of("""
                        insert into core.dim_authority values (372, '372', 'E08000018', 'Rotherham', 'E12000003',
                            'Yorkshire and The Humber', 'Yorkshire and The Humber', 'MD', '2009-01-01', '9999-12-31', true)
                        """).execute(connection);
        release.looksAfter(5, 202607).looksAfter(6, 202608).looksAfter(8, 202609);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        reader.close();
    }

    @Test
    void nobody_sees_a_figure_before_its_release_is_current() throws SQLException {
        long first = release.candidate();
        assertThat(Release.shown(reader)).isEmpty();

        assertThat(release.publish(first)).isEqualTo(new Published(3, 0, 6, 0));

        assertThat(Release.shown(reader))
                .contains("202609 snapshot 8 release " + first, "202609 snapshot previous_period 2 release " + first);
        assertThat(row("select state from ops.release")).isEqualTo("published");
        assertThat(row("select count(*) from kpi.candidate_value")).isEqualTo("0");
        assertThat(row("select count(*) from kpi.candidate_authority")).isEqualTo("0");
    }

    @Test
    void a_figure_that_did_not_change_keeps_its_row_and_one_that_changed_is_closed_and_opened() throws SQLException {
        long first = release.candidate();
        release.publish(first);
        release.looksAfter(1, 202608);
        long second = release.candidate();

        Published published = release.publish(second);

        assertThat(published).isEqualTo(new Published(1, 1, 2, 2));
        assertThat(values())
                .containsExactly(
                        "202607 5 " + first + " -",
                        "202608 6 " + first + " " + second,
                        "202608 7 " + second + " -",
                        "202609 8 " + first + " -");
    }

    @Test
    void figures_that_vanish_are_no_longer_shown_even_when_the_authority_has_none_left() throws SQLException {
        release.publish(release.candidate());
        Sql.of("delete from core.coverage").execute(connection);
        long second = release.candidate();

        assertThat(release.publish(second)).isEqualTo(new Published(0, 3, 0, 6));
        assertThat(Release.shown(reader)).isEmpty();
    }

    @Test
    void publishing_the_current_release_again_does_nothing() throws SQLException {
        long first = release.candidate();
        release.publish(first);
        List<String> shown = Release.shown(reader);

        assertThat(release.publish(first)).isEqualTo(new Published(0, 0, 0, 0));
        assertThat(Release.shown(reader)).isEqualTo(shown);
    }

    @Test
    void nothing_is_published_while_its_figures_are_measured() throws SQLException {
        long first = release.candidate();
        List<Set<Integer>> groups = Measure.begin(connection, Release.CATALOGUE, List.of(Release.OWN), 2);
        connection.commit();

        assertThatThrownBy(() -> release.publish(first)).hasMessageContaining("measuring its figures anew");

        connection.rollback();
        Measure.part(connection, Release.CATALOGUE, groups.get(0));
        Measure.end(connection);
        assertThat(release.publish(first).valuesOpened()).isEqualTo(3);
    }

    @Test
    void a_refused_an_unknown_and_an_older_release_cannot_be_published() throws SQLException {
        long first = release.candidate();
        Sql.of("update ops.release set state = 'refused'").execute(connection);
        assertThatThrownBy(() -> release.publish(first)).hasMessageContaining("is refused");
        assertThatThrownBy(() -> release.publish(99)).hasMessageContaining("is missing");
        long second = release.candidate();
        release.publish(second);
        assertThatThrownBy(() -> release.publish(first)).hasMessageContaining("release " + second + " is current");
    }

    @Test
    void killed_before_any_statement_readers_see_the_old_or_the_new_figures_and_a_redo_completes_it()
            throws SQLException {
        release.publish(release.candidate());
        List<String> before = Release.shown(reader);
        int statement = 0;
        boolean isKilled = true;
        while (isKilled) {
            release.looksAfter(1, 202608);
            long next = release.candidate();
            isKilled = isKilledBefore(statement++, next);
            List<String> afterKill = Release.shown(reader);
            connection.setAutoCommit(false);
            release.publish(next);
            List<String> after = Release.shown(reader);

            assertThat(afterKill).isIn(before, after);
            assertThat(after).isNotEqualTo(before).contains("202608 snapshot " + (6 + statement) + " release " + next);
            assertThat(row("""
                    select count(*) from kpi.value
                    where release_to is null or release_to > (select release_id from ops.current_release)
                    """)).isEqualTo("3");
            before = after;
        }
        assertThat(statement).isGreaterThan(10);
    }

    @Test
    void what_a_killed_release_left_is_not_shown_by_a_later_one() throws SQLException {
        release.publish(release.candidate());
        release.looksAfter(1, 202607);
        long abandoned = release.candidate();
        // Killed a statement later each time, until the new figure is written.
        for (int statement = 0;
                row("select count(*) from kpi.value where release_from = " + abandoned)
                        .equals("0");
                statement++) {
            assertThat(isKilledBefore(statement, abandoned)).isTrue();
        }
        release.looksAfter(1, 202608);
        long next = release.candidate();

        release.publish(next);

        assertThat(Release.shown(reader))
                .filteredOn(line -> line.contains("snapshot 6") || line.contains("snapshot 7"))
                .containsExactly("202607 snapshot 6 release " + next, "202608 snapshot 7 release " + next);
        assertThat(row("select count(*) from kpi.value where release_from = " + abandoned))
                .isEqualTo("0");
    }

    private boolean isKilledBefore(int statement, long next) throws SQLException {
        try {
            Publish.run(KilledConnection.after(statement, connection), next, Release.TONIGHT);
            return false;
        } catch (SQLException killed) {
            assertThat(killed.getMessage()).isEqualTo("killed");
            return true;
        }
    }

    private List<String> values() throws SQLException {
        return Sql.of("""
                        select concat_ws(' ', period_key, numerator, release_from, coalesce(release_to::text, '-'))
                        from kpi.value
                        order by 1
                        """).list(connection, row -> row.getString(1));
    }

    private String row(String query) throws SQLException {
        return Sql.of(query).first(connection, row -> row.getString(1)).orElseThrow();
    }
}
