package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeSet;

/** The months that the returns of an authority cover, and which of them a figure spans. */
final class FinancialMonths {
    private final TreeSet<YearMonth> covered = new TreeSet<>();

    /** A return covers its financial year up to its month. */
    void deliver(YearMonth month) {
        for (YearMonth each = yearStart(month); !each.isAfter(month); each = each.plusMonths(1)) {
            covered.add(each);
        }
    }

    TreeSet<YearMonth> covered() {
        return covered;
    }

    boolean cover(YearMonth first, YearMonth last) {
        for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
            if (!covered.contains(each)) {
                return false;
            }
        }
        return true;
    }

    static YearMonth yearStart(YearMonth month) {
        return YearMonth.of(yearEnd(month) - 1, 4);
    }

    /** The year in whose March the financial year of a month ends. */
    static int yearEnd(YearMonth month) {
        return month.getMonthValue() >= 4 ? month.getYear() + 1 : month.getYear();
    }

    /** Whether the return of a month tells of what happened on a day. */
    static boolean holds(YearMonth delivery, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return !month.isBefore(yearStart(delivery)) && !month.isAfter(delivery);
    }

    static boolean exists(String basis, YearMonth month) {
        return switch (basis) {
            case "quarter" -> month.getMonthValue() % 3 == 0;
            case "annual" -> month.getMonthValue() == 3;
            default -> true;
        };
    }

    static YearMonth first(String basis, YearMonth month) {
        return switch (basis) {
            case "quarter" -> month.minusMonths(2);
            case "ytd" -> yearStart(month);
            case "r12", "annual" -> month.minusMonths(11);
            default -> month;
        };
    }
}
