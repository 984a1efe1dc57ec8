package uk.csw.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.explain.CasesBehind;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.CaseList;
import uk.csw.pipeline.kpi.CaseList.Case;
import uk.csw.pipeline.kpi.CaseList.Origin;

class ListedCasesTest {
    private static final Case COUNTED = new Case(
            4711,
            List.of(Optional.of(LocalDate.of(2026, 9, 1)), Optional.empty()),
            true,
            true,
            Optional.empty(),
            Optional.of(new Origin(12, "plans.csv", 31)));
    private static final Case OTHER = new Case(
            4712,
            List.of(Optional.of(LocalDate.of(2026, 9, 2)), Optional.empty()),
            false,
            true,
            Optional.empty(),
            Optional.of(new Origin(12, "plans, late.csv", 2)));

    @TempDir
    Path folder;

    @Test
    void cases_are_listed_without_the_columns_that_say_nothing() {
        assertThat(ListedCases.lines(behind(List.of(COUNTED, OTHER))))
                .containsExactly(
                        "CPP_REPEAT_24M_PCT: Repeat plans",
                        "Rotherham (372), in September 2026 (month)",
                        "Published: 1 out of 2. The cases add up to that.",
                        "",
                        "child_key  start_date  in_numerator  in_denominator  delivery_id  file_name        line",
                        "4711       2026-09-01  yes           yes             12           plans.csv        31",
                        "4712       2026-09-02                yes             12           plans, late.csv  2",
                        "");
    }

    @Test
    void a_long_list_says_how_many_more_there_are() {
        assertThat(ListedCases.lines(behind(Collections.nCopies(103, COUNTED))))
                .contains("… and 3 more; --to FILE writes all.");
    }

    @Test
    void a_file_holds_all_of_them_for_its_owner_alone() throws IOException {
        Path file = folder.resolve("cases.csv");
        CasesBehind behind = behind(List.of(COUNTED, OTHER));

        ListedCases.write(behind, behind.list().orElseThrow(), file);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "kpi_code,authority_code,period,basis,child_key,start_date,end_date,in_numerator,in_denominator,"
                                + "amount,delivery_id,file_name,line",
                        "CPP_REPEAT_24M_PCT,372,2026-09,month,4711,2026-09-01,,yes,yes,,12,plans.csv,31",
                        "CPP_REPEAT_24M_PCT,372,2026-09,month,4712,2026-09-02,,,yes,,12,\"plans, late.csv\",2");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private static CasesBehind behind(List<Case> cases) {
        return new CasesBehind(
                "CPP_REPEAT_24M_PCT",
                "Repeat plans",
                372,
                "Rotherham",
                YearMonth.of(2026, 9),
                Basis.MONTH,
                Optional.of(new CaseList(
                        "child_key",
                        List.of("start_date", "end_date"),
                        Optional.of(BigDecimal.ONE),
                        Optional.of(new BigDecimal(2)),
                        cases)),
                List.of("Published: 1 out of 2. The cases add up to that."));
    }
}
