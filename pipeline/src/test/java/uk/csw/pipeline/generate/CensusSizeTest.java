package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.calendar.WorkingDays;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Shared;

/** A sample of authorities comes out near England's figures for children in need in the year ending March 2025. */
final class CensusSizeTest {
    private static final int RESIDENTS = 20_000;
    private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
    private static final List<GeneratedAuthority> AUTHORITIES = IntStream.range(0, 24)
            .mapToObj(i -> new GeneratedAuthority(300 + i, "Authority " + i, RESIDENTS))
            .toList();

    @TempDir
    private static Path inbox = Path.of("");

    @BeforeAll
    static void write_two_year_ends() throws IOException {
        new Generator(GeneratorOptions.of(AUTHORITIES, YearMonth.of(2025, 3), YearMonth.of(2025, 3))
                        .withYearEndReturns(1)
                        .withMess(MessShares.none())
                        .withCensus())
                .write(inbox);
    }

    @Test
    void about_500_in_10_000_are_referred_in_a_year_and_one_in_fifteen_needs_nothing() throws IOException {
        List<Map<String, String>> referrals = of("CINdetails", "CINreferralDate");
        assertThat(per10k(referrals.size())).isCloseTo(500, within(40.0));
        assertThat(share(referrals, "ReferralNFA", "True")).isCloseTo(0.065, within(0.015));
        assertThat(share(referrals, "ReferralSource", "6")).isCloseTo(0.30, within(0.03));
    }

    @Test
    void between_a_fifth_and_a_quarter_were_referred_in_the_twelve_months_before() throws IOException {
        Map<String, TreeSet<LocalDate>> days = new HashMap<>();
        for (Map<String, String> row : all("CINdetails")) {
            days.computeIfAbsent(cell(row, "authority") + cell(row, "LAchildID"), child -> new TreeSet<>())
                    .add(LocalDate.parse(cell(row, "CINreferralDate")));
        }
        long referrals = 0;
        long again = 0;
        for (TreeSet<LocalDate> ofChild : days.values()) {
            for (LocalDate day : ofChild.tailSet(APRIL)) {
                LocalDate before = ofChild.lower(day);
                referrals++;
                again += before != null && !before.isBefore(day.minusYears(1)) ? 1 : 0;
            }
        }
        assertThat((double) again / referrals).isCloseTo(0.226, within(0.025));
    }

    @Test
    void about_330_in_10_000_are_in_need_and_41_have_a_protection_plan() throws IOException {
        long open = of("CINdetails", "").stream()
                .filter(row -> cell(row, "CINClosureDate").isEmpty()
                        && cell(row, "ReferralNFA").equals("False"))
                .count();
        long plans = of("ChildProtectionPlans", "").stream()
                .filter(row -> cell(row, "CPPendDate").isEmpty())
                .count();
        assertThat(per10k(open)).isCloseTo(330, within(35.0));
        assertThat(per10k(plans)).isCloseTo(41, within(6.0));
    }

    @Test
    void a_quarter_of_new_protection_plans_are_not_the_first() throws IOException {
        List<Map<String, String>> plans = of("ChildProtectionPlans", "CPPstartDate");
        assertThat(1 - share(plans, "NumberOfPreviousCPP", "0")).isCloseTo(0.245, within(0.04));
    }

    @Test
    void about_185_in_10_000_are_enquired_into_and_a_third_of_them_conferred_on() throws IOException {
        List<Map<String, String>> enquiries = of("Section47", "S47ActualStartDate");
        assertThat(per10k(enquiries.size())).isCloseTo(185, within(25.0));
        assertThat(share(enquiries, "ICPCRequired", "True")).isCloseTo(0.34, within(0.04));
    }

    @Test
    void about_86_in_100_assessments_and_81_in_100_conferences_are_in_time() throws IOException {
        WorkingDays workingDays = ReferenceData.load(Shared.config()).workingDays();
        assertThat(shareWithin(
                        45,
                        workingDays,
                        of("Assessments", ""),
                        "AssessmentActualStartDate",
                        "AssessmentAuthorisationDate"))
                .isCloseTo(0.857, within(0.03));
        assertThat(shareWithin(15, workingDays, of("Section47", ""), "S47ActualStartDate", "DateOfInitialCPC"))
                .isCloseTo(0.814, within(0.03));
    }

    /** Of what ended in the year, the share that took no longer than so many working days. */
    private static double shareWithin(
            int limit, WorkingDays workingDays, List<Map<String, String>> rows, String start, String end) {
        List<Map<String, String>> ended =
                rows.stream().filter(row -> !cell(row, end).isEmpty()).toList();
        long inTime = ended.stream()
                .filter(row -> workingDays.between(LocalDate.parse(cell(row, start)), LocalDate.parse(cell(row, end)))
                        <= limit)
                .count();
        return (double) inTime / ended.size();
    }

    /** The rows of the last return whose date lies in its year; all of them without a date. */
    private static List<Map<String, String>> of(String table, String date) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (GeneratedAuthority authority : AUTHORITIES) {
            for (Map<String, String> row :
                    new Returns(inbox).rows(authority, YearMonth.of(2025, 3), "cin-census/" + table)) {
                if (date.isEmpty() || !LocalDate.parse(cell(row, date)).isBefore(APRIL)) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static List<Map<String, String>> all(String table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (GeneratedAuthority authority : AUTHORITIES) {
            for (YearMonth month : List.of(YearMonth.of(2024, 3), YearMonth.of(2025, 3))) {
                for (Map<String, String> row : new Returns(inbox).rows(authority, month, "cin-census/" + table)) {
                    row.put("authority", authority.name());
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static double share(List<Map<String, String>> rows, String header, String value) {
        return (double) rows.stream()
                        .filter(row -> cell(row, header).equals(value))
                        .count()
                / rows.size();
    }

    private static double per10k(long children) {
        return children * 10_000.0 / RESIDENTS / AUTHORITIES.size();
    }

    private static String cell(Map<String, String> row, String header) {
        return row.getOrDefault(header, "?");
    }
}
