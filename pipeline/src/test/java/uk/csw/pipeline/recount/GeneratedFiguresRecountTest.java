package uk.csw.pipeline.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.conform.Conform;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.generate.Generator;
import uk.csw.pipeline.generate.GeneratorOptions;
import uk.csw.pipeline.generate.RecordingHabits;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/**
 * The figures of the warehouse are those that counting the untidy files by hand gives, for every authority, month and
 * basis. {@code -Dcsw.recount.residents=300000} does the same at a larger size.
 */
final class GeneratedFiguresRecountTest {
    private static final int RESIDENTS = Integer.getInteger("csw.recount.residents", 6_000);
    private static final List<GeneratedAuthority> AUTHORITIES = List.of(
            new GeneratedAuthority(330, "Birmingham", RESIDENTS),
            new GeneratedAuthority(331, "Coventry", RESIDENTS / 2));

    @TempDir
    private Path inbox;

    @Test
    void every_census_figure_is_what_counting_the_files_gives() throws IOException, SQLException {
        new Generator(GeneratorOptions.of(AUTHORITIES, YearMonth.of(2024, 11), YearMonth.of(2025, 6))
                        .withRecording(new RecordingHabits(0.1, 0.05, 0.02))
                        .withYearEndReturns(2)
                        .withCensus())
                .write(inbox);
        Map<String, String> counted = new TreeMap<>();
        Set<LocalDate> holidays = holidays();
        for (GeneratedAuthority authority : AUTHORITIES) {
            CensusRecount.of(inbox.resolve(Integer.toString(authority.code())), holidays)
                    .forEach((figure, number) -> counted.put(authority.code() + " " + figure, number));
        }

        Map<String, String> measured = measured(counted);

        assertThat(counted.size()).isGreaterThan(3_500);
        assertThat(differences(counted, measured)).isEmpty();
        assertThat(counted.values()).filteredOn("not available"::equals).hasSizeLessThan(counted.size() / 4);
    }

    private Map<String, String> measured(Map<String, String> counted) throws SQLException {
        Warehouse warehouse = new Warehouse(new Inbox(inbox));
        warehouse.load();
        List<Integer> codes = AUTHORITIES.stream().map(GeneratedAuthority::code).toList();
        InTransaction.run(warehouse.database(), connection -> {
            ReferenceData.load(Shared.config()).install(connection);
            new Conform(warehouse.layouts()).run(connection, Set.copyOf(codes));
            Measure.run(connection, KpiCatalogue.load(Shared.config()), codes);
            return codes;
        });
        Set<String> kpis = counted.keySet().stream()
                .map(figure -> figure.split(" ", -1)[1])
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> measured = new HashMap<>();
        String rows = "select authority_key, kpi_code, to_char(to_date(period_key::text, 'YYYYMM'), 'YYYY-MM'), basis,"
                + " case when status = 'not_available' then 'not available'"
                + " when kpi_code like '%\\_PCT' then numerator || ' of ' || denominator"
                + " else numerator::text end"
                + " from kpi.candidate_value";
        for (String row : warehouse.rows(rows)) {
            String[] cells = row.split("\\|", -1);
            if (kpis.contains(cells[1])) {
                measured.put(String.join(" ", Arrays.copyOf(cells, 4)), cells[4]);
            }
        }
        return measured;
    }

    private static List<String> differences(Map<String, String> counted, Map<String, String> measured) {
        Set<String> figures = new TreeSet<>(counted.keySet());
        figures.addAll(measured.keySet());
        return figures.stream()
                .filter(figure -> !counted.getOrDefault(figure, "none").equals(measured.getOrDefault(figure, "none")))
                .map(figure -> figure + ": counted " + counted.getOrDefault(figure, "none") + ", measured "
                        + measured.getOrDefault(figure, "none"))
                .toList();
    }

    private static Set<LocalDate> holidays() throws IOException {
        Set<LocalDate> days = new HashSet<>();
        for (String line : Files.readAllLines(Shared.config().resolve("reference/england_bank_holidays.csv"))) {
            if (line.matches("\\d{4}-.*")) {
                days.add(LocalDate.parse(line.substring(0, 10)));
            }
        }
        return days;
    }
}
