package uk.csw.pipeline.kpi;

import java.time.Month;
import java.time.YearMonth;
import java.util.Set;

/**
 * When there is a figure.
 *
 * @param bases the bases it is published on
 * @param countBases those of them on which only the count is a figure
 * @param yearEnds the month at which {@code annual} has a figure
 * @param windowYears how many years {@code r12} and {@code annual} sum over
 * @param lookBackMonths months of covered history it needs: before the period for events, up to the position for stock
 * @param maturityDays days after the period's end until the outcome is known
 * @param validFrom first month it is published for
 * @param validTo last month it is published for
 */
public record Timing(
        Set<Basis> bases,
        Set<Basis> countBases,
        Month yearEnds,
        int windowYears,
        int lookBackMonths,
        int maturityDays,
        YearMonth validFrom,
        YearMonth validTo) {
    public Timing {
        bases = Set.copyOf(bases);
        countBases = Set.copyOf(countBases);
    }

    /** Whether there is a figure on {@code basis} at {@code month}. */
    public boolean existsAt(Basis basis, YearMonth month) {
        return basis == Basis.ANNUAL ? month.getMonth() == yearEnds : basis.existsAt(month);
    }
}
