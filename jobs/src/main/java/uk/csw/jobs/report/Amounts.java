package uk.csw.jobs.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import uk.csw.pipeline.explain.Explanation;
import uk.csw.pipeline.kpi.Unit;

/** Amounts of one KPI as they are read: 87.6%, 67 per 10,000, 33 working days. */
final class Amounts {
    private final Unit unit;
    private final int decimals;

    Amounts(Explanation explanation) {
        this.unit = explanation.unit();
        this.decimals = explanation.decimals();
    }

    /** An amount with its unit. */
    String of(BigDecimal amount) {
        return rounded(amount)
                + switch (unit) {
                    case PERCENT -> "%";
                    case PER_10000 -> " per 10,000";
                    case WORKING_DAYS -> " working days";
                    case DAYS -> " days";
                    case COUNT, SCORE, CASES -> "";
                };
    }

    /** How far apart two amounts are; percentages are points apart. */
    String apart(BigDecimal difference) {
        BigDecimal size = difference.abs();
        return unit == Unit.PERCENT ? rounded(size) + (rounded(size).equals("1") ? " point" : " points") : of(size);
    }

    /** A tolerance: all its digits, as a tolerance may be finer than the figure. */
    String tolerance(BigDecimal size, boolean isPercentOfTarget) {
        String digits = plain(size);
        return isPercentOfTarget
                ? digits + "% of the target"
                : digits
                        + switch (unit) {
                            case PERCENT -> digits.equals("1") ? " point" : " points";
                            case PER_10000 -> " per 10,000";
                            case WORKING_DAYS -> " working days";
                            case DAYS -> " days";
                            case COUNT, SCORE, CASES -> "";
                        };
    }

    /** An amount at the decimals it is shown with, without its unit; a dash where there is none. */
    String cell(Optional<BigDecimal> amount) {
        return amount.map(this::rounded).orElse("-");
    }

    /** A count, without unit. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private String rounded(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
