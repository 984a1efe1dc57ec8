package uk.csw.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.committee.SignOff;
import uk.csw.pipeline.committee.SignOff.NeverSigned;
import uk.csw.pipeline.committee.SignOff.NoFigures;
import uk.csw.pipeline.committee.SignOff.Outcome;
import uk.csw.pipeline.committee.SignOff.Reopened;
import uk.csw.pipeline.committee.SignOff.ReopenedBefore;
import uk.csw.pipeline.committee.SignOff.Signed;
import uk.csw.pipeline.committee.SignOff.SignedBefore;
import uk.csw.pipeline.committee.SignOff.Unpublished;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

/** Rotherham's August is signed off; its July, 5 children, and September, 8, are not. */
class SignedPeriodTest {
    private static final SignOff AUGUST = new SignOff(Release.OWN, YearMonth.of(2026, 8));
    private static final Instant THEN = Instant.parse("2026-10-07T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-10-07T11:00:00Z");

    private DataSource database;
    private Connection connection;
    private Release release;

    @BeforeEach
    void august_is_signed_off() throws SQLException {
        database = TestDatabase.fresh();
        connection = database.getConnection();
        release = new Release(connection);
        Sql.of("""
                        insert into core.dim_authority values (372, '372', 'E08000018', 'Rotherham', 'E12000003',
                            'Yorkshire and The Humber', 'Yorkshire and The Humber', 'MD', '2009-01-01', '9999-12-31', true)
                        """).execute(connection);
        release.looksAfter(5, 202607).looksAfter(6, 202608).looksAfter(8, 202609);
        release.publish(release.candidate());
        assertThat(sign()).isEqualTo(new Signed(1, 1));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void late_records_change_every_month_but_the_one_signed_off() throws SQLException {
        release.looksAfter(1, 202607).looksAfter(2, 202608).looksAfter(3, 202609);
        release.publish(release.candidate());

        assertThat(rows("select period_key || ' ' || numerator from mart.kpi_value order by 1"))
                .containsExactly("202607 6", "202608 6", "202609 11");
        assertThat(rows("select distinct period_key from mart.restatement order by 1"))
                .containsExactly("202607", "202609");
        assertThat(rows("""
                        select concat_ws(' ', kpi_code, authority_code, period_key, basis, shown_numerator, held_numerator)
                        from mart.held_figure
                        """)).containsExactly("CLA_RATE 372 202608 snapshot 6 8");
        assertThat(rows("select difference::integer from mart.kpi_comparison where period_key = 202609"
                        + " and comparator = 'previous_period'"))
                .as("September is set beside what August shows")
                .containsExactly("5");
    }

    @Test
    void once_reopened_the_next_release_shows_what_the_facts_give_and_the_reason() throws SQLException {
        release.looksAfter(2, 202608);
        release.publish(release.candidate());
        assertThat(outOfDate()).isZero();

        assertThat(reopen("two children were recorded late")).isEqualTo(new Reopened(1));

        assertThat(outOfDate()).isEqualTo(1);
        release.publish(release.candidate());
        assertThat(outOfDate()).isZero();
        assertThat(rows("select concat_ws(' ', period_key, old_numerator, new_numerator, reason) || ': '"
                        + " || reopen_reason from mart.restatement"))
                .containsExactly("202608 6 8 late or corrected records: two children were recorded late");
        assertThat(rows("select count(*) from mart.held_figure")).containsExactly("0");
    }

    @Test
    void who_when_and_why_are_kept_each_time() throws SQLException {
        reopen("wrong month");
        sign();

        assertThat(rows("""
                        select concat_ws(' ', period_key, signed_off_by, note, is_in_force, reopened_by, reopen_reason)
                        from mart.sign_off order by is_in_force
                        """))
                .containsExactly(
                        "202608 A. Director as agreed f B. Officer wrong month",
                        "202608 A. Director as agreed t nobody not_applicable");
    }

    @Test
    void each_can_be_done_twice_and_what_cannot_be_done_changes_nothing() throws SQLException {
        assertThat(sign()).isEqualTo(new SignedBefore("A. Director", THEN));
        assertThat(reopen("late")).isEqualTo(new Reopened(0));
        assertThat(reopen("later")).isEqualTo(new ReopenedBefore("B. Officer", LATER, "late"));
        assertThat(outOfDate())
                .as("nothing was held, so nothing is to be shown")
                .isZero();
        SignOff may = new SignOff(Release.OWN, YearMonth.of(2026, 5));
        assertThat(may.reopen(connection, "B. Officer", "late", LATER)).isEqualTo(new NeverSigned());
        assertThat(may.sign(connection, "A. Director", "", THEN)).isEqualTo(new NoFigures());
        assertThat(rows("select count(*) from mart.sign_off")).containsExactly("1");
    }

    @Test
    void parts_stay_with_the_figure_and_also_when_they_alone_would_change() throws SQLException {
        new SignOff(Release.OWN, YearMonth.of(2026, 9)).sign(connection, "A. Director", "", THEN);
        Sql.of("update core.fact_child_month set sex = '2'").execute(connection);
        release.publish(release.candidate());

        assertThat(rows("select category || ' ' || numerator from mart.kpi_breakdown where breakdown = 'sex'"))
                .containsExactly("not known 8");
        assertThat(rows("select shown_value = held_value from mart.held_figure"))
                .containsExactly("t");

        release.looksAfter(3, 202609);
        release.publish(release.candidate());

        assertThat(rows("select category || ' ' || numerator from mart.kpi_breakdown where breakdown = 'sex'"))
                .containsExactly("not known 8");
        assertThat(rows("select held_numerator from mart.held_figure")).containsExactly("11");
    }

    @Test
    void a_figure_that_the_facts_give_no_more_stays() throws SQLException {
        Sql.of("delete from core.coverage where period_key < 202609").execute(connection);
        release.publish(release.candidate());

        assertThat(rows("select period_key || ' ' || numerator from mart.kpi_value order by 1"))
                .containsExactly("202608 6", "202609 8");
        assertThat(rows("select held_status from mart.held_figure")).containsExactly("no_data");
    }

    @Test
    void a_definition_that_changed_is_current_though_a_signed_off_figure_was_counted_by_the_one_before()
            throws SQLException {
        Sql.of("update kpi.value set definition_version = 'earlier'").execute(connection);
        Sql.of("update kpi.definition set definition_version = 'earlier'").execute(connection);
        release.publish(release.candidate());

        assertThat(rows("select period_key from mart.kpi_value where definition_version = 'earlier'"))
                .containsExactly("202608");
        assertThat(rows("select count(*) from kpi.definition where is_current and definition_version <> 'earlier'"))
                .containsExactly("1");
    }

    @Test
    void a_figure_that_was_not_there_when_the_period_was_signed_off_comes_in() throws SQLException {
        Sql.of("update kpi.value set kpi_code = 'OTHER'").execute(connection);
        Sql.of("update kpi.definition set kpi_code = 'OTHER'").execute(connection);
        release.publish(release.candidate());

        assertThat(rows("select kpi_code from mart.kpi_value where period_key = 202608 order by 1"))
                .containsExactly("CLA_RATE", "OTHER");
    }

    @Test
    void what_a_release_under_way_would_change_cannot_be_signed_off() throws SQLException {
        reopen("late");
        release.looksAfter(2, 202608);
        long underWay = release.candidate();

        assertThat(sign()).isEqualTo(new Unpublished(1));

        release.publish(underWay);
        assertThat(sign()).isEqualTo(new Signed(1, underWay));
    }

    @Test
    void signing_off_waits_while_a_night_measures_and_then_knows_what_it_measured() throws SQLException {
        reopen("late");
        release.looksAfter(2, 202608);
        release.facts().changed();
        connection.commit();
        Measure.run(connection, Release.CATALOGUE, List.of(Release.OWN));
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            Sql.of("set lock_timeout = '100ms'").execute(other);
            other.commit();

            assertThatThrownBy(() -> AUGUST.sign(other, "A. Director", "", THEN))
                    .hasMessageContaining("lock timeout");
            other.rollback();
            connection.commit();

            assertThat(AUGUST.sign(other, "A. Director", "", THEN)).isEqualTo(new Unpublished(1));
        }
    }

    @Test
    void a_session_that_dies_halfway_has_signed_and_reopened_nothing_and_blocks_nobody() throws SQLException {
        try (Connection dies = database.getConnection()) {
            dies.setAutoCommit(false);
            AUGUST.reopen(dies, "B. Officer", "late", LATER);
        }
        assertThat(sign()).isEqualTo(new SignedBefore("A. Director", THEN));
        assertThat(reopen("late")).isEqualTo(new Reopened(0));
        try (Connection dies = database.getConnection()) {
            dies.setAutoCommit(false);
            AUGUST.sign(dies, "C. Director", "", LATER);
        }

        assertThat(sign()).isEqualTo(new Signed(1, 1));

        try (Connection noTransaction = database.getConnection()) {
            assertThatThrownBy(() -> AUGUST.reopen(noTransaction, "B. Officer", "late", LATER))
                    .hasMessageContaining("transaction");
        }
    }

    @Test
    void what_is_said_names_somebody_and_no_child() {
        assertThat(SignOff.objection(" ", "")).contains("Nobody is named.");
        assertThat(SignOff.objection("A. Director", "NHS 943 476 5919").orElseThrow())
                .contains("identifier");
        assertThat(SignOff.objection("A. Director", "")).isEmpty();
    }

    private Outcome sign() throws SQLException {
        Outcome outcome = AUGUST.sign(connection, "A. Director", "as agreed", THEN);
        connection.commit();
        return outcome;
    }

    private Outcome reopen(String reason) throws SQLException {
        Outcome outcome = AUGUST.reopen(connection, "B. Officer", reason, LATER);
        connection.commit();
        return outcome;
    }

    private long outOfDate() throws SQLException {
        return Sql.of("select count(*) from kpi.out_of_date(:definitions) where is_measured")
                .with("definitions", Release.CATALOGUE.version())
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    private List<String> rows(String query) throws SQLException {
        return Sql.of(query).list(connection, row -> row.getString(1));
    }
}
