package uk.csw.pipeline.recount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A figure in one line, so that two of them are equal when all of them is: status, numbers, and the value as shown. */
final class Figure {
    static final String NOT_AVAILABLE = "not_available";

    private Figure() {}

    static String percent(long count, long of, Rule rule, boolean isMature) {
        return scaled(100, count, of, rule, isMature);
    }

    static String mean(long sum, long of, Rule rule, boolean isMature) {
        return scaled(1, sum, of, rule, isMature);
    }

    static String count(long count) {
        return "measured " + count + " = " + count;
    }

    static String rate(long count, long residents, int decimals) {
        return "measured " + count + " of " + residents + " = " + quotient(10_000 * count, residents, decimals);
    }

    /** @param sorted smallest first */
    static String median(List<Long> sorted, Rule rule, boolean isMature) {
        int number = sorted.size();
        if (number == 0) {
            return "no_data of 0";
        }
        long middle = sorted.get((number - 1) / 2) + sorted.get(number / 2);
        return status(number, isMature) + " of " + number + " = " + quotient(middle, 2, rule.decimals());
    }

    private static String scaled(long scale, long above, long below, Rule rule, boolean isMature) {
        String numbers = above + " of " + below;
        return below == 0
                ? "no_data " + numbers
                : status(below, isMature) + " " + numbers + " = " + quotient(scale * above, below, rule.decimals());
    }

    private static String status(long of, boolean isMature) {
        return !isMature ? "immature" : of < Rule.FEWEST ? "too_few" : "measured";
    }

    private static String quotient(long dividend, long divisor, int decimals) {
        return BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
