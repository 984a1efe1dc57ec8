package uk.csw.pipeline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.committee.SignOff;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.CaseList.Case;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.KpiDefinition;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Cases beside the figure that is published; each test leaves the warehouse as it was. */
class CasesBehindTest {
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());

    private static Connection connection;

    @BeforeAll
    static void a_published_figure() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        new Nights(connection).looksAfter(Nights.ROTHERHAM, 202608, 32).publish();
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void the_cases_of_a_rate_add_up_to_its_count_and_its_population_is_not_listed() throws SQLException {
        CasesBehind behind = behind("CLA_RATE", Nights.AUGUST);

        assertThat(behind.remarks())
                .containsExactly(
                        "Published: 32. The cases add up to that.",
                        "Below the line stands the population, so that nobody is listed for it.");
        assertThat(behind.list().orElseThrow().cases())
                .hasSize(32)
                .allMatch(Case::isAbove)
                .noneMatch(Case::isBelow);
    }

    @Test
    void a_list_of_facts_that_have_changed_since_says_so_with_both_counts() throws SQLException {
        oneChildLess();

        CasesBehind behind = behind("CLA_RATE", Nights.AUGUST);

        assertThat(behind.remarks().get(0))
                .isEqualTo(
                        "Published: 32. The cases below add up to 31: facts or the definition have changed since, and"
                                + " the next night that measures shows it.");
        assertThat(behind.list().orElseThrow().numerator()).contains(new BigDecimal(31));
    }

    @Test
    void of_a_signed_off_period_it_says_that_the_figure_stays() throws SQLException {
        new SignOff(Nights.ROTHERHAM, Nights.AUGUST).sign(connection, "A. Director", "", Instant.EPOCH);
        oneChildLess();

        assertThat(behind("CLA_RATE", Nights.AUGUST).remarks().get(0))
                .endsWith("but the period is signed off, so that the figure stays until csw reopen.");
    }

    @Test
    void a_list_by_another_definition_than_the_figures_says_so() throws SQLException {
        Sql.of("update kpi.value set definition_version = 'earlier'").execute(connection);
        Sql.of("update kpi.definition set definition_version = 'earlier'").execute(connection);

        assertThat(behind("CLA_RATE", Nights.AUGUST).remarks())
                .contains("The figure was counted by definition earlier; this list follows "
                        + kpi("CLA_RATE").version() + ", as the configuration is now.");
    }

    @Test
    void months_that_are_no_longer_covered_have_no_list_and_say_why() throws SQLException {
        Sql.of("delete from core.coverage where period_key = 202608").execute(connection);

        CasesBehind behind = behind("CLA_RATE", Nights.AUGUST);

        assertThat(behind.list()).isEmpty();
        assertThat(behind.remarks())
                .containsExactly("There are no cases to list. No delivery in force covers this month any more.");
    }

    @Test
    void a_figure_that_another_service_delivers_has_no_list_and_says_so() throws SQLException {
        Sql.of("update kpi.value set kpi_code = 'SW_CASELOAD'").execute(connection);
        Sql.of("update kpi.definition set kpi_code = 'SW_CASELOAD'").execute(connection);

        CasesBehind behind = behind("SW_CASELOAD", Nights.AUGUST);

        assertThat(behind.list()).isEmpty();
        assertThat(behind.remarks().get(0)).startsWith("The service that owns this figure delivers it as it is");
    }

    @Test
    void what_is_not_shown_has_no_list() throws SQLException {
        assertThat(CasesBehind.figure(
                        connection, kpi("CLA_RATE"), Nights.ROTHERHAM, YearMonth.of(2020, 1), Basis.SNAPSHOT))
                .isEmpty();
    }

    private static void oneChildLess() throws SQLException {
        Sql.of("delete from core.fact_child_month where child_key = (select min(child_key) from core.fact_child_month)")
                .execute(connection);
    }

    private static CasesBehind behind(String kpi, YearMonth month) throws SQLException {
        return CasesBehind.figure(connection, kpi(kpi), Nights.ROTHERHAM, month, Basis.SNAPSHOT)
                .orElseThrow();
    }

    private static KpiDefinition kpi(String code) {
        return CATALOGUE.find(code).orElseThrow();
    }
}
