package uk.csw.pipeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

class ReferenceInstallerTest {
    private final DataSource database = TestDatabase.fresh();
    private final ReferenceData data = ReferenceData.load(Shared.config());

    @BeforeEach
    void installed() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(data.install(connection)).isTrue();
        }
    }

    @Test
    void the_calendar_spans_1990_to_2040_without_gaps() throws SQLException {
        assertThat(value("select count(*) from core.dim_date")).isEqualTo(18_628);
        assertThat(value("select count(*) from core.dim_period")).isEqualTo(51 * 12);
        assertThat(value("select max(month_index) - min(month_index) + 1 from core.dim_period"))
                .isEqualTo(51 * 12);
        assertThat(value("select count(*) from core.dim_date join core.dim_period using (period_key)"
                        + " where date between month_start and month_end"))
                .isEqualTo(18_628);
    }

    @Test
    void working_days_in_the_database_are_those_of_the_calendar() throws SQLException {
        LocalDate start = LocalDate.of(2025, 4, 17);
        List<Integer> counted = InTransaction.run(
                database,
                connection -> Sql.of("select later.working_day_number - earlier.working_day_number"
                                + " from core.dim_date as earlier cross join core.dim_date as later"
                                + " where earlier.date = :start::date and later.date >= :start::date"
                                + " order by later.date")
                        .with("start", start.toString())
                        .list(connection, row -> row.getInt(1)));

        for (int days = 0; days < counted.size(); days++) {
            assertThat(counted.get(days)).isEqualTo(data.workingDays().between(start, start.plusDays(days)));
        }
    }

    @Test
    void a_month_carries_its_names() throws SQLException {
        String september = InTransaction.run(
                        database,
                        connection -> Sql.of("select concat_ws('; ', period_label, month_start, month_end,"
                                        + " quarter_label, quarter_start, financial_year, financial_year_end,"
                                        + " financial_year_start, month_of_financial_year, academic_year)"
                                        + " from core.dim_period where period_key = 202609")
                                .first(connection, row -> row.getString(1)))
                .orElseThrow();

        assertThat(september)
                .isEqualTo("September 2026; 2026-09-01; 2026-09-30; Q2 2026/27; 2026-07-01; 2026/27; 2027;"
                        + " 2026-04-01; 6; 2026/27");
    }

    @Test
    void authorities_codes_neighbours_and_population_are_there() throws SQLException {
        assertThat(value("select count(*) from core.dim_authority where is_live"))
                .isEqualTo(153);
        assertThat(value("select count(*) from core.authority_change")).isEqualTo(25);
        assertThat(value("select count(distinct authority_key) from core.neighbour where model = '2025'"))
                .isEqualTo(153);
        assertThat(value("select children_0_17 from core.population where area_code = '372' and mid_year = 2024"))
                .isEqualTo(59_521);
        assertThat(value("select count(*) from core.dim_code where code_set = 'placement_type'"
                        + " and group_code = 'foster'"))
                .isEqualTo(6);
        assertThat(value("select count(*) from core.dim_code where code_set = 'legal_status' and code = 'D1'"
                        + " and valid_to = date '2005-12-31'"))
                .isEqualTo(1);
    }

    @Test
    void the_same_data_again_changes_nothing() throws SQLException {
        long before = value("select sum(xmin::text::bigint) from core.dim_code");
        try (Connection connection = database.getConnection()) {
            assertThat(data.install(connection)).isFalse();
        }
        assertThat(value("select sum(xmin::text::bigint) from core.dim_code")).isEqualTo(before);
    }

    @Test
    void changed_data_replaces_what_was_there_quickly() throws SQLException {
        long started = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            assertThat(edition("other", data.population().subList(0, 5)).install(connection))
                    .isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        assertThat(value("select count(*) from core.population")).isEqualTo(5);
    }

    @Test
    void a_failure_leaves_the_old_data() throws SQLException {
        Population one = data.population().get(0);
        try (Connection connection = database.getConnection()) {
            assertThatThrownBy(() -> edition("twice", List.of(one, one)).install(connection))
                    .isInstanceOf(SQLException.class);
            assertThat(connection.getAutoCommit()).isTrue();
        }
        assertThat(value("select count(*) from core.population"))
                .isEqualTo(data.population().size());
        assertThat(value("select count(*) from core.dim_date")).isEqualTo(18_628);
    }

    private ReferenceData edition(String fingerprint, List<Population> population) {
        return new ReferenceData(
                data.authorities(),
                data.codes(),
                data.neighbours(),
                data.comparisonGroups(),
                population,
                data.workingDays(),
                fingerprint);
    }

    private long value(String query) throws SQLException {
        return InTransaction.run(
                database,
                connection ->
                        Sql.of(query).first(connection, row -> row.getLong(1)).orElseThrow());
    }
}
