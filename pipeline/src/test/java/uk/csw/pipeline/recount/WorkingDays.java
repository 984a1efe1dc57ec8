package uk.csw.pipeline.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Mondays to Fridays that are no bank holidays, counted one by one; the day something starts is day 0. */
record WorkingDays(Set<LocalDate> holidays) {
    static WorkingDays read(Path bankHolidays) throws IOException {
        Set<LocalDate> days = new HashSet<>();
        for (String line : Files.readAllLines(bankHolidays)) {
            if (line.matches("\\d{4}-.*")) {
                days.add(LocalDate.parse(line.substring(0, 10)));
            }
        }
        return new WorkingDays(days);
    }

    long of(StandingRows.Spell spell) {
        return between(spell.start(), spell.end());
    }

    long between(LocalDate start, LocalDate end) {
        return start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && !holidays.contains(day))
                .count();
    }
}
