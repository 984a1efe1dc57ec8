package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands of one table after all deliveries of one authority, each of which holds its financial year so far: of a
 * child and a day the newest delivery that has them counts; a row that a newer delivery of the same year leaves out is
 * gone; one that only later years leave out has stood until then.
 */
final class StandingRows {
    private final Table table;
    private final TreeSet<YearMonth> deliveries = new TreeSet<>();
    private final Map<String, Mention> newest = new TreeMap<>();

    StandingRows(Table table) {
        this.table = table;
    }

    /** The next delivery; the last of two rows alike counts, but the first of two referrals on one day. */
    void deliver(YearMonth month, ReturnedFile file) {
        deliveries.add(month);
        Map<String, Mention> mentions = new HashMap<>();
        for (ReturnedFile.Row row : file.rows()) {
            if (table.isWhole(row)) {
                mentions.computeIfAbsent(key(row, month), key -> new Mention(month, new TreeMap<>()))
                        .rows()
                        .merge(table.tie(row), row, (first, next) -> table == Table.REFERRALS ? first : next);
            }
        }
        newest.putAll(mentions);
    }

    FinancialMonths months() {
        FinancialMonths months = new FinancialMonths();
        deliveries.forEach(months::deliver);
        return months;
    }

    List<Standing> all() {
        List<Standing> standing = new ArrayList<>();
        for (Mention mention : newest.values()) {
            for (ReturnedFile.Row row : mention.rows().values()) {
                LocalDate day = day(row, mention.month());
                boolean isLeftOut = deliveries.tailSet(mention.month(), false).stream()
                        .anyMatch(later -> FinancialMonths.holds(later, day));
                if (!isLeftOut) {
                    standing.add(
                            new Standing(table.child(row), day, row, mention.month(), presumedEnd(mention.month())));
                }
            }
        }
        return standing;
    }

    private String key(ReturnedFile.Row row, YearMonth month) {
        String year = table.isYearly() ? FinancialMonths.yearStart(month).toString() : "";
        String day = table.hasDay() ? day(row, month).toString() : "";
        return table.child(row) + " " + year + day;
    }

    private LocalDate day(ReturnedFile.Row row, YearMonth month) {
        return table.hasDay() ? row.date(table.day()).orElseThrow() : month.atEndOfMonth();
    }

    /** The last day on which something open and mentioned last in {@code month} can still have been open. */
    private LocalDate presumedEnd(YearMonth month) {
        YearMonth next = deliveries.higher(month);
        if (next == null) {
            return LocalDate.MAX;
        }
        LocalDate nextFrom = FinancialMonths.yearStart(next).atDay(1);
        return nextFrom.isAfter(month.atEndOfMonth()) ? nextFrom.minusDays(1) : month.atEndOfMonth();
    }

    private record Mention(YearMonth month, Map<String, ReturnedFile.Row> rows) {}

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
        boolean isOver() {
            return end.isBefore(LocalDate.MAX);
        }

        boolean isImpossible() {
            return !isPresumed && end.isBefore(start);
        }

        boolean isOpenOn(LocalDate date) {
            return !start.isAfter(date) && end.isAfter(date) && !isImpossible();
        }
    }
}
