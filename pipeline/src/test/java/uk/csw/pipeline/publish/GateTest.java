package uk.csw.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.settings.Settings;
import uk.csw.pipeline.support.TestDatabase;

class GateTest {
    private Connection connection;
    private Release release;

    @BeforeEach
    void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        release = new Release(connection);
        release.looksAfter(50, 202607).looksAfter(55, 202608).looksAfter(60, 202609);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_sound_release_passes() throws SQLException {
        GateReport report = judge(release.candidate());

        assertThat(report.isPassed()).isTrue();
        assertThat(report.text()).isEqualTo("9 checks, passed");
    }

    @Test
    void a_covered_month_without_a_figure_blocks() throws SQLException {
        long candidate = release.candidate();
        spoil("delete from kpi.candidate_value where period_key = 202608");

        GateReport report = judge(candidate);

        assertThat(report.isPassed()).isFalse();
        assertThat(report.text())
                .contains("9 checks, refused")
                .contains("BLOCKED: a covered month without a figure: CLA_RATE of authority 372, 202608 snapshot")
                .contains("BLOCKED: a comparison without a figure");
    }

    @Test
    void a_comparison_may_stand_beside_a_figure_that_stays_and_not_beside_one_that_goes() throws SQLException {
        release.publish(release.candidate());
        release.looksAfter(1, 202609);
        long candidate = release.candidate();
        spoil("update kpi.candidate_comparison set period_key = 202608 where period_key = 202609");

        assertThat(judge(candidate).isPassed()).isTrue();

        spoil("insert into kpi.candidate_gone (authority_key, period_key, kpi_code, basis)"
                + " values (372, 202608, 'CLA_RATE', 'snapshot')");

        assertThat(judge(candidate).text())
                .contains("BLOCKED: a comparison without a figure: CLA_RATE of authority 372, 202608 snapshot beside"
                        + " previous_period");
    }

    @Test
    void a_figure_that_contradicts_itself_blocks() throws SQLException {
        long candidate = release.candidate();
        spoil("update kpi.candidate_value set value = null where period_key = 202608");
        spoil("update kpi.definition set unit = 'percent'");
        spoil("update kpi.candidate_value set numerator = 10001 where period_key = 202607");

        assertThat(judge(candidate).text())
                .contains("a figure that contradicts its status: CLA_RATE of authority 372, 202608 snapshot: measured"
                        + " with value none")
                .contains("more counted than there are: CLA_RATE of authority 372, 202607 snapshot: 10001 of 10000");
    }

    @Test
    void a_figure_that_stands_twice_blocks() throws SQLException {
        long candidate = release.candidate();
        spoil("alter table kpi.candidate_value drop constraint candidate_value_pkey");
        spoil("insert into kpi.candidate_value select * from kpi.candidate_value where period_key = 202608");

        assertThat(judge(candidate).text()).contains("CLA_RATE of authority 372, 202608 snapshot (figure): 2 times");
    }

    @Test
    void a_position_that_jumps_is_a_warning_until_it_is_shown() throws SQLException {
        release.looksAfter(60, 202609);
        long candidate = release.candidate();

        GateReport report = judge(candidate);

        assertThat(report.isPassed()).isTrue();
        assertThat(report.text())
                .contains("warning: a position that changed much within a month: CLA_RATE of authority 372: 55 in"
                        + " 202608, 120 in 202609");
        release.publish(candidate);
        assertThat(judge(release.candidate()).findings()).isEmpty();
    }

    @Test
    void a_delivered_figure_that_no_definition_takes_is_a_warning() throws SQLException {
        long candidate = release.candidate();
        spoil(
                "insert into core.fact_indicator (authority_key, period_key, basis, kpi_code, value, delivery_id, file_id,"
                        + " line) values (372, 202609, 'annual', 'NEET_PCT', 3.4, 1, 1, 2)");

        GateReport report = judge(candidate);

        assertThat(report.isPassed()).isTrue();
        assertThat(report.text())
                .contains("warning: a delivered figure that no definition takes: NEET_PCT of authority 372, 202609"
                        + " annual");
    }

    @Test
    void figures_that_would_vanish_are_a_warning() throws SQLException {
        release.publish(release.candidate());
        spoil("delete from core.coverage where period_key < 202609");

        assertThat(judge(release.candidate()).text())
                .contains("warning: figures shown now that would vanish: 2 figures of authority 372, 202607 to 202608");
    }

    @Test
    void too_many_quarantined_rows_of_the_night_block() throws SQLException {
        long candidate = release.candidate();
        spoil("""
                with delivered as (
                    insert into ops.delivery (authority_code, authority_key, period_key, sha256, state, night_id,
                        file_count, bytes, received_at, registered_at)
                    select '372', 372, 202609, 'x', 'landed', night_id, 1, 0, now(), now() from ops.release
                    returning delivery_id
                )
                insert into ops.delivery_file (delivery_id, file_name, bytes, sha256, state, rows_read, rows_staged,
                    rows_quarantined)
                select delivery_id, 'episodes.csv', 0, 'x', 'landed', 100, 79, 21 from delivered
                """);

        assertThat(judge(candidate).text())
                .contains("BLOCKED: too large a share of the night's rows is in quarantine: 21 of 100 rows, more than"
                        + " 20 per cent");
        spoil("update ops.delivery_file set rows_staged = 80, rows_quarantined = 20");
        assertThat(judge(candidate).isPassed()).isTrue();
    }

    private GateReport judge(long candidate) throws SQLException {
        return Gate.judge(connection, Release.CATALOGUE, new Settings.Gate(new BigDecimal(20)), candidate);
    }

    private void spoil(String statement) throws SQLException {
        Sql.of(statement).execute(connection);
        connection.commit();
    }
}
