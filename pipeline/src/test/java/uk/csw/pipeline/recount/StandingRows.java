package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What stands of one table after all deliveries of one authority, each of which holds its financial year so far: of a
 * child and a day the newest delivery that has them counts; a row that a newer delivery of the same year leaves out is
 * gone; one that only later years leave out has stood until then.
 */
final class StandingRows {
    private final String child;
    private final String day;
    private final NavigableMap<YearMonth, Map<String, ReturnedFile.Row>> deliveries = new TreeMap<>();

    /** Of a table whose rows are told apart by these two columns. */
    StandingRows(String child, String day) {
        this.child = child;
        this.day = day;
    }

    /** Rows without child or readable day cannot be loaded; the last of two alike counts. */
    void deliver(YearMonth month, ReturnedFile file) {
        Map<String, ReturnedFile.Row> rows = new TreeMap<>();
        for (ReturnedFile.Row row : file.rows()) {
            if (!row.child(child).isEmpty() && row.date(day).isPresent()) {
                rows.put(row.child(child) + " " + row.date(day).orElseThrow(), row);
            }
        }
        deliveries.put(month, rows);
    }

    List<Standing> all() {
        Map<String, Standing> newest = new TreeMap<>();
        deliveries.forEach((month, rows) -> rows.forEach((key, row) -> newest.put(
                key, new Standing(row.child(child), row.date(day).orElseThrow(), row, month, presumedEnd(month)))));
        List<Standing> standing = new ArrayList<>();
        for (Standing row : newest.values()) {
            boolean isLeftOut = deliveries.tailMap(row.mentioned(), false).keySet().stream()
                    .anyMatch(later -> holds(later, row.day()));
            if (!isLeftOut) {
                standing.add(row);
            }
        }
        return standing;
    }

    /** The last day on which something open and mentioned last in {@code month} can still have been open. */
    private LocalDate presumedEnd(YearMonth month) {
        YearMonth next = deliveries.higherKey(month);
        if (next == null) {
            return LocalDate.MAX;
        }
        LocalDate nextFrom = yearStart(next).atDay(1);
        return nextFrom.isAfter(month.atEndOfMonth()) ? nextFrom.minusDays(1) : month.atEndOfMonth();
    }

    private static boolean holds(YearMonth delivery, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return !month.isBefore(yearStart(delivery)) && !month.isAfter(delivery);
    }

    static YearMonth yearStart(YearMonth month) {
        return YearMonth.of(month.getMonthValue() >= 4 ? month.getYear() : month.getYear() - 1, 4);
    }

    /**
     * One row that stands.
     *
     * @param mentioned the newest delivery that has it
     * @param presumedEnd when it must have ended if it gives no end; never, while the newest delivery has it
     */
    record Standing(String child, LocalDate day, ReturnedFile.Row row, YearMonth mentioned, LocalDate presumedEnd) {
        Spell until(String header) {
            LocalDate given = row.date(header).orElse(LocalDate.MAX);
            boolean isPresumed = given.equals(LocalDate.MAX) && presumedEnd.isBefore(LocalDate.MAX);
            return new Spell(child, day, isPresumed ? presumedEnd : given, isPresumed, row);
        }
    }

    /** From a first day to a last one, which is far away while it is not over. */
    record Spell(String child, LocalDate start, LocalDate end, boolean isPresumed, ReturnedFile.Row row) {
        boolean isImpossible() {
            return !isPresumed && end.isBefore(start);
        }

        boolean isOpenOn(LocalDate date) {
            return !start.isAfter(date) && end.isAfter(date) && !isImpossible();
        }
    }
}
