package uk.csw.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.compare.Compare;
import uk.csw.pipeline.conform.Conform;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.generate.Generator;
import uk.csw.pipeline.generate.GeneratorOptions;
import uk.csw.pipeline.judge.Judge;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/**
 * A night measures and compares only what rests on something that changed. Measuring and comparing everything after it
 * must find nothing that the night has not shown.
 */
class NothingLeftToFindTest {
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());
    private static final List<GeneratedAuthority> AUTHORITIES =
            List.of(new GeneratedAuthority(805, "Hartlepool", 800), new GeneratedAuthority(807, "Redcar", 600));
    private static final YearMonth FIRST = YearMonth.of(2025, 12);

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Path returns;

    @BeforeEach
    void a_warehouse_and_six_months_of_returns() throws IOException, SQLException {
        returns = folder.resolve("returns");
        new Generator(GeneratorOptions.of(AUTHORITIES, FIRST, FIRST.plusMonths(5))
                        .withYearEndReturns(2)
                        .withCensus())
                .write(returns);
        warehouse = new Warehouse(new Inbox(Files.createDirectories(folder.resolve("inbox"))));
        InTransaction.run(warehouse.database(), connection -> {
            ReferenceData.load(Shared.config()).install(connection);
            return true;
        });
    }

    @Test
    void whatever_arrives_in_whatever_order() throws SQLException, IOException {
        arrives(805, "2024-03", "2025-12", "2026-01");
        arrives(807, "2024-03", "2025-03", "2025-12");
        night("the first");

        arrives(805, "2026-02");
        arrives(807, "2026-01");
        feeds("2026-02", "2026-01", 40, "2025-09,annual,SW_VAC_PCT,,,14,\n2026-01,snapshot,SW_CASELOAD,,,15.2,\n");
        night("the next month of each, and a feed");

        arrives(807, "2026-03", "2026-05");
        night("a month is left out");

        arrives(805, "2026-03");
        feeds("2026-03", "2026-01", 41, "2026-01,snapshot,SW_CASELOAD,,,16,\n2026-03,snapshot,SW_CASELOAD,,,17,\n");
        night("a delivered figure is corrected");

        arrives(807, "2026-02");
        arrives(805, "2025-03");
        night("months that were left out come late, and a year before");

        shorten(returns.resolve("807/2026-05/episodes.csv"), 0.9);
        arrives(807, "2026-05");
        arrives(805, "2026-04");
        night("a return is replaced by a shorter one");

        arrives(807, "2026-04");
        arrives(805, "2026-05");
        feeds("2026-03", "2026-02", 12, "2026-03,snapshot,SW_CASELOAD,,,17,\n");
        night("the last, and a feed that takes back what it said");

        assertThat(warehouse.rows("select count(*) from core.changed_fact")).containsExactly("0");
        assertThat(warehouse.rows("select count(*) from core.fact_plan").get(0)).isNotEqualTo("0");
    }

    private void arrives(int authority, String... months) throws IOException {
        for (String month : months) {
            Path delivery = returns.resolve(Integer.toString(authority)).resolve(month);
            Path place = warehouse
                    .inbox()
                    .path()
                    .resolve(Integer.toString(authority))
                    .resolve(month);
            try (Stream<Path> files = Files.walk(delivery)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = place.resolve(delivery.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Our own export of one authority: contacts, proceedings, families, carers, and what other services deliver. */
    private void feeds(String period, String month, int rows, String indicators) {
        StringBuilder contacts = new StringBuilder("child_id,contact_date,contact_source\n");
        StringBuilder families = new StringBuilder("child_id,family_id,early_help_start_date,early_help_end_date\n");
        StringBuilder carers = new StringBuilder(
                "household_id,approval_date,deregistration_date,household_type,is_own_agency,carers\n");
        StringBuilder cases = new StringBuilder("child_id,case_id,application_date,final_order_date\n");
        for (int row = 1; row <= rows; row++) {
            String day = month + "-" + (10 + row % 18);
            contacts.append("X").append(row).append(',').append(day).append(",2A\n");
            families.append("X")
                    .append(row)
                    .append(",F")
                    .append(row / 2)
                    .append(',')
                    .append(day)
                    .append(",\n");
            carers.append("H").append(row).append(',').append(day).append(",,general,1,2\n");
            cases.append("X")
                    .append(row)
                    .append(",K")
                    .append(row / 3)
                    .append(',')
                    .append(day)
                    .append(",\n");
        }
        Map<String, String> files = new TreeMap<>(Map.of(
                "contacts.csv", contacts.toString(),
                "early_help.csv", families.toString(),
                "foster_carers.csv", carers.toString(),
                "proceedings.csv", cases.toString(),
                "indicators.csv",
                        "indicator_period,basis,kpi_code,numerator,denominator,value,coverage_percent\n" + indicators));
        files.forEach((name, text) -> warehouse.inbox().put("805", period, name, text));
    }

    private void night(String what) throws SQLException {
        warehouse.load();
        try (Connection connection = warehouse.database().getConnection()) {
            connection.setAutoCommit(false);
            Set<Integer> changed = new Conform(warehouse.layouts()).run(connection, Set.of(805, 807));
            for (Set<Integer> group : Measure.begin(connection, CATALOGUE, changed, 2)) {
                connection.commit();
                Measure.part(connection, CATALOGUE, group);
            }
            Measure.end(connection);
            assertThat(dividedInVain(connection)).as(what).isEmpty();
            Compare.run(connection, CATALOGUE);
            for (Set<Integer> group : Judge.begin(connection, CATALOGUE, 2)) {
                connection.commit();
                Judge.part(connection, CATALOGUE, group);
            }
            Judge.end(connection);
            long release = Release.create(connection);
            for (Publish.Share share : Publish.begin(connection, release, 2)) {
                connection.commit();
                Publish.write(connection, release, share);
            }
            Publish.end(connection, release, Release.TONIGHT);
            connection.commit();
        }
        assertThat(left()).as(what).isEmpty();
    }

    /** Figures whose parts are to be replaced though all of them are as they are shown. */
    private static List<String> dividedInVain(Connection connection) throws SQLException {
        return Sql.of("""
                        with part as (
                            select authority_key, period_key, kpi_code, basis, breakdown, category, numerator,
                                denominator, value, status
                            from kpi.candidate_breakdown
                            union all
                            select authority_key, period_key, kpi_code, basis, breakdown, category, numerator,
                                denominator, value, status
                            from kpi.current_breakdown
                        ),
                        different as (
                            select authority_key, period_key, kpi_code, basis
                            from part
                            group by authority_key, period_key, kpi_code, basis, breakdown, category, numerator,
                                denominator, value, status
                            having count(*) = 1
                        )
                        select concat_ws(' ', authority_key, kpi_code, basis, period_key)
                        from (table kpi.candidate_divided except select * from different) as in_vain
                        """).list(connection, row -> row.getString(1));
    }

    /** What measuring and comparing everything at once finds besides what is shown. */
    private List<String> left() throws SQLException {
        try (Connection connection = warehouse.database().getConnection()) {
            connection.setAutoCommit(false);
            Sql.of("update kpi.shown_authority set measured_by = 'another', compared_with = 'another'")
                    .execute(connection);
            Measure.run(connection, CATALOGUE, Set.of(805, 807));
            List<String> left = Sql.of("""
                            select concat_ws(' ', 'figure', authority_key, kpi_code, basis, period_key, numerator,
                                denominator, value, status)
                            from kpi.candidate_value
                            union all
                            select concat_ws(' ', 'gone', authority_key, kpi_code, basis, period_key)
                            from kpi.candidate_gone
                            union all
                            select concat_ws(' ', 'parts', authority_key, kpi_code, basis, period_key)
                            from kpi.candidate_divided
                            """).list(connection, row -> row.getString(1));
            Compare.run(connection, CATALOGUE);
            left.addAll(onlyIn(connection, "candidate_comparison", "current_comparison"));
            left.addAll(onlyIn(connection, "current_comparison", "candidate_comparison"));
            connection.rollback();
            return left;
        }
    }

    private static List<String> onlyIn(Connection connection, String table, String other) throws SQLException {
        String comparisons = "select concat_ws(' ', 'beside', authority_key, kpi_code, basis, period_key, comparator,"
                + " comparator_value, difference, members_used, rank) from kpi.";
        return Sql.of(comparisons + table + " except " + comparisons + other).list(connection, row -> row.getString(1));
    }

    private static void shorten(Path file, double share) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, (int) (lines.size() * share)));
    }
}
