package uk.csw.pipeline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.csw.pipeline.settings.CsvTable;
import uk.csw.pipeline.support.Shared;

class WorkingDaysTest {
    private final WorkingDays england =
            new WorkingDays(CsvTable.read(
                            Shared.config(),
                            "reference/england_bank_holidays.csv",
                            List.of("date", "title"),
                            new ArrayList<>())
                    .stream()
                    .map(row -> row.date("date"))
                    .toList());

    @ParameterizedTest
    @CsvSource({
        "2025-04-01, 2025-06-06, 44",
        "2025-04-01, 2025-06-09, 45",
        "2025-04-17, 2025-05-09, 13",
        "2025-04-19, 2025-04-22, 1",
        "2023-05-05, 2023-05-26, 14",
        "2025-06-09, 2025-04-01, -45",
    })
    void working_days_are_counted_without_the_day_it_starts(LocalDate start, LocalDate end, int expected) {
        assertThat(england.between(start, end)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-01, 2025-04-15, 2025-04-24, 2025-05-23, 2025-06-09",
        "2025-04-17, 2025-05-06, 2025-05-13, 2025-06-11, 2025-06-25",
        "2025-04-19, 2025-05-06, 2025-05-13, 2025-06-11, 2025-06-25",
        "2025-12-12, 2025-12-30, 2026-01-07, 2026-02-04, 2026-02-18",
        "2022-05-27, 2022-06-14, 2022-06-21, 2022-07-19, 2022-08-02",
    })
    void a_limit_ends_on_the_working_day_that_completes_it(
            LocalDate start, LocalDate ten, LocalDate fifteen, LocalDate thirtyFive, LocalDate fortyFive) {
        assertThat(england.deadline(start, 10)).isEqualTo(ten);
        assertThat(england.deadline(start, 15)).isEqualTo(fifteen);
        assertThat(england.deadline(start, 35)).isEqualTo(thirtyFive);
        assertThat(england.deadline(start, 45)).isEqualTo(fortyFive);
    }

    @Test
    void every_deadline_is_kept_on_its_day_and_missed_the_day_after() {
        for (LocalDate start = LocalDate.of(2024, 1, 1);
                start.isBefore(LocalDate.of(2026, 1, 1));
                start = start.plusDays(1)) {
            LocalDate deadline = england.deadline(start, 45);
            assertThat(england.between(start, deadline)).isEqualTo(45);
            assertThat(england.isWorkingDay(deadline)).isTrue();
            assertThat(england.between(start, start)).isZero();
        }
    }

    @Test
    void one_off_holidays_are_known() {
        assertThat(england.isWorkingDay(LocalDate.of(2022, 9, 19))).isFalse();
        assertThat(england.isWorkingDay(LocalDate.of(2023, 5, 8))).isFalse();
        assertThat(england.isWorkingDay(LocalDate.of(2023, 5, 9))).isTrue();
    }

    @Test
    void beyond_the_list_only_weekends_are_taken_out() {
        assertThat(england.firstKnownYear()).isEqualTo(2009);
        assertThat(england.lastKnownYear()).isEqualTo(2028);
        assertThat(england.isWorkingDay(LocalDate.of(2034, 12, 25))).isTrue();
        assertThat(england.between(LocalDate.of(1850, 6, 3), LocalDate.of(1850, 6, 10)))
                .isEqualTo(5);
    }
}
