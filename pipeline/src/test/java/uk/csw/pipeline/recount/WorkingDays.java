package uk.csw.pipeline.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Mondays to Fridays that are no bank holidays, counted through once; the day something starts is day 0. */
final class WorkingDays {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2040, 12, 31);

    private final int[] upTo = new int[index(LAST) + 1];

    private WorkingDays(Set<LocalDate> holidays) {
        int number = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            number += day.getDayOfWeek().getValue() <= 5 && !holidays.contains(day) ? 1 : 0;
            upTo[index(day)] = number;
        }
    }

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
        return upTo[index(end)] - upTo[index(start)];
    }

    private static int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - FIRST.toEpochDay());
    }
}
