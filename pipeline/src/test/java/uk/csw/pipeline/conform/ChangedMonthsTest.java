package uk.csw.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

/** That enough months are noted is tried by measuring everything anew; here, that no more are. */
class ChangedMonthsTest {
    private Connection connection;
    private Deliveries authority;

    @BeforeEach
    void three_months_are_shown() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        authority = new Deliveries(connection);
        for (String month : List.of("2024-04", "2024-05", "2024-06")) {
            authority.delivers(month, "1 2024-04-10 S C2 U6", "2 2024-04-11 S C2 U6");
        }
        authority.conform();
        Sql.of("insert into kpi.shown_authority (authority_key) values (372)").execute(connection);
        Sql.of("delete from core.changed_fact").execute(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void a_month_in_which_nothing_changed_is_new_and_no_other() throws SQLException {
        authority.delivers("2024-07", "1 2024-04-10 S C2 U6", "2 2024-04-11 S C2 U6");
        authority.conform();

        assertThat(changed("fact_care_span")).isEmpty();
        assertThat(changed("fact_care_episode")).isEmpty();
        assertThat(changed("fact_child_month")).containsExactly("202407");
        assertThat(changed("coverage")).containsOnly("202407");
    }

    @Test
    void an_end_that_comes_late_changes_the_months_after_it_and_not_those_before() throws SQLException {
        authority.delivers("2024-07", "1 2024-04-10 S C2 U6 2024-05-10 E4A", "2 2024-04-11 S C2 U6");
        authority.conform();

        assertThat(changed("fact_care_span")).containsExactly("202406", "202407");
        assertThat(changed("fact_child_month")).containsExactly("202405", "202406", "202407");
        assertThat(authority.lines("select dated_by, period_key from core.changed_fact"
                        + " where fact = 'fact_care_episode' order by 1, 2"))
                .containsExactly("end_date 202405", "start_date 202404");
    }

    private List<String> changed(String fact) throws SQLException {
        return Sql.of("select distinct period_key from core.changed_fact where fact = :fact order by 1")
                .with("fact", fact)
                .list(connection, row -> row.getString(1));
    }
}
