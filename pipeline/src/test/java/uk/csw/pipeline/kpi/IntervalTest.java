package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

/** The cases worked out in the KPI catalogue. */
class IntervalTest {
    private static Connection connection;

    @BeforeAll
    static void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({
        "16, 27, 40.7, 75.5",
        "9, 19, 27.3, 68.3",
        "18, 270, 4.3, 10.3",
        "1, 3, 6.1, 79.2",
        "5, 8, 30.6, 86.3",
        "0, 5, 0.0, 43.4",
        "5, 5, 56.6, 100.0"
    })
    void wilson(int numerator, int denominator, BigDecimal low, BigDecimal high) throws SQLException {
        assertThat(number("kpi.wilson_low(" + numerator + ", " + denominator + ")"))
                .isEqualTo(low);
        assertThat(number("kpi.wilson_high(" + numerator + ", " + denominator + ")"))
                .isEqualTo(high);
    }

    @Test
    void byar_for_rutlands_32_children_in_8012() throws SQLException {
        assertThat(number("10000 * kpi.byar_low(32) / 8012")).isEqualTo("27.3");
        assertThat(number("10000 * kpi.byar_high(32) / 8012")).isEqualTo("56.4");
    }

    @Test
    void no_events_have_a_lower_end_of_exactly_nothing() throws SQLException {
        assertThat(number("kpi.byar_low(0)")).isEqualByComparingTo("0");
        assertThat(number("kpi.byar_high(0)")).isBetween(new BigDecimal("3.6"), new BigDecimal("3.8"));
    }

    @Test
    void nothing_out_of_nothing_has_no_interval() throws SQLException {
        assertThat(Sql.of("select kpi.wilson_low(0, 0) is null and kpi.wilson_high(0, 0) is null")
                        .first(connection, row -> row.getBoolean(1)))
                .contains(true);
    }

    private static BigDecimal number(String expression) throws SQLException {
        return Sql.of("select " + expression)
                .first(connection, row -> row.getBigDecimal(1))
                .orElseThrow()
                .setScale(1, RoundingMode.HALF_UP);
    }
}
