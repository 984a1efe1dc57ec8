package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The children in need census hangs together, month over month and with the looked-after return. */
final class CensusTest {
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("ChildIdentifiers", List.of("LAchildID")),
            Map.entry("ChildCharacteristics", List.of("LAchildID")),
            Map.entry("Disabilities", List.of("LAchildID", "Disability")),
            Map.entry("CINdetails", List.of("LAchildID", "CINreferralDate")),
            Map.entry("Assessments", List.of("LAchildID", "AssessmentActualStartDate")),
            Map.entry("Factors", List.of("LAchildID", "AssessmentActualStartDate", "Factor")),
            Map.entry("Section47", List.of("LAchildID", "S47ActualStartDate")),
            Map.entry("CINPlanDates", List.of("LAchildID", "CINPlanStartDate")),
            Map.entry("ChildProtectionPlans", List.of("LAchildID", "CPPstartDate")),
            Map.entry("Reviews", List.of("LAchildID", "CPPreviewDate")));

    @TempDir
    private Path inbox;

    @Test
    void natural_keys_are_unique_in_every_file() throws IOException {
        GeneratorOptions options = options();
        new Generator(options).write(inbox);
        for (YearMonth month : options.deliveries()) {
            for (String table : KEYS.keySet()) {
                List<String> keys = keys(month, table);
                assertThat(new HashSet<>(keys)).as(table + " " + month).hasSameSizeAs(keys);
            }
        }
    }

    @Test
    void a_census_of_every_year_comes_with_each_year_end_and_the_newest_month() throws IOException {
        GeneratorOptions options = GeneratorOptions.of(
                        List.of(Returns.town()), YearMonth.of(2025, 2), YearMonth.of(2025, 5))
                .withSize(0.05)
                .withCensus(CensusReturns.YEAR_ENDS_AND_LAST);
        new Generator(options).write(inbox);
        try (Stream<Path> months = Files.list(inbox.resolve("372"))) {
            assertThat(months.filter(month -> Files.isDirectory(month.resolve("cin-census")))
                            .map(month -> month.getFileName().toString()))
                    .containsExactlyInAnyOrder("2025-03", "2025-05");
        }
    }

    @Test
    void a_year_to_date_delivery_holds_every_row_of_the_months_before() throws IOException {
        GeneratorOptions options = options().withRecording(new RecordingHabits(0.2, 0, 0));
        new Generator(options).write(inbox);
        for (String table : KEYS.keySet()) {
            Set<String> before = Set.of();
            for (YearMonth month : options.deliveries()) {
                Set<String> now = new HashSet<>(keys(month, table));
                assertThat(now).as(table + " " + month).containsAll(before);
                before = now;
            }
            assertThat(before).as(table).isNotEmpty();
        }
    }

    @Test
    void who_is_looked_after_has_an_open_case_and_the_same_birth_date() throws IOException {
        GeneratorOptions options = options().withRecording(RecordingHabits.perfect());
        new Generator(options).write(inbox);
        for (YearMonth month : options.deliveries()) {
            Set<String> open = rows(month, "CINdetails").stream()
                    .filter(row -> cell(row, "CINClosureDate").isEmpty())
                    .filter(row -> cell(row, "ReferralNFA").equals("False"))
                    .map(row -> cell(row, "LAchildID"))
                    .collect(Collectors.toSet());
            Set<String> lookedAfter = new Returns(inbox)
                    .rows(Returns.town(), month, "episodes").stream()
                            .filter(row -> cell(row, "DEC").isEmpty())
                            .map(row -> cell(row, "CHILD"))
                            .collect(Collectors.toSet());
            assertThat(lookedAfter).as(month.toString()).isNotEmpty().isSubsetOf(open);
        }
        YearMonth last = options.last();
        Map<String, String> births = rows(last, "ChildIdentifiers").stream()
                .collect(Collectors.toMap(row -> cell(row, "LAchildID"), row -> cell(row, "PersonBirthDate")));
        for (Map<String, String> row : new Returns(inbox).rows(Returns.town(), last, "header")) {
            String birth = births.getOrDefault(cell(row, "CHILD"), "");
            assertThat(birth).isIn("", Returns.date(row, "DOB").toString());
        }
    }

    @Test
    void nothing_happens_in_the_wrong_order_where_everything_is_recorded_rightly() throws IOException {
        GeneratorOptions options = options().withRecording(RecordingHabits.perfect());
        new Generator(options).write(inbox);
        YearMonth last = options.last();
        inOrder(last, "CINdetails", "CINreferralDate", "CINClosureDate");
        inOrder(last, "Assessments", "CINreferralDate", "AssessmentActualStartDate");
        inOrder(last, "Assessments", "AssessmentActualStartDate", "AssessmentAuthorisationDate");
        inOrder(last, "Section47", "CINreferralDate", "S47ActualStartDate");
        inOrder(last, "Section47", "S47ActualStartDate", "DateOfInitialCPC");
        inOrder(last, "ChildProtectionPlans", "CPPstartDate", "CPPendDate");
        inOrder(last, "CINPlanDates", "CINPlanStartDate", "CINPlanEndDate");
        inOrder(last, "Reviews", "CPPstartDate", "CPPreviewDate");
        Set<String> cases = new HashSet<>(keys(last, "CINdetails"));
        for (String table : List.of("Assessments", "Section47", "ChildProtectionPlans", "CINPlanDates", "Reviews")) {
            assertThat(cases)
                    .containsAll(rows(last, table).stream()
                            .map(row -> cell(row, "LAchildID") + "|" + cell(row, "CINreferralDate"))
                            .toList());
        }
    }

    private void inOrder(YearMonth month, String table, String earlier, String later) throws IOException {
        for (Map<String, String> row : rows(month, table)) {
            String end = cell(row, later);
            if (!end.isEmpty()) {
                assertThat(LocalDate.parse(end))
                        .as(table + " " + later + " " + row)
                        .isAfterOrEqualTo(LocalDate.parse(cell(row, earlier)));
            }
        }
    }

    private static GeneratorOptions options() {
        return Returns.oneYear(Returns.town()).withSize(0.5).withCensus();
    }

    private List<Map<String, String>> rows(YearMonth month, String table) throws IOException {
        return new Returns(inbox).rows(Returns.town(), month, "cin-census/" + table);
    }

    private List<String> keys(YearMonth month, String table) throws IOException {
        return rows(month, table).stream()
                .map(row -> KEYS.getOrDefault(table, List.of()).stream()
                        .map(header -> cell(row, header))
                        .collect(Collectors.joining("|")))
                .toList();
    }

    private static String cell(Map<String, String> row, String header) {
        return row.getOrDefault(header, "?");
    }
}
