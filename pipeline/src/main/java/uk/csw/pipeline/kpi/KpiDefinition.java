package uk.csw.pipeline.kpi;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One KPI as {@code config/kpis/<code>.yaml} defines it.
 *
 * @param code its short name, unique
 * @param version hash of everything the file says but its examples
 * @param words what a reader is told
 * @param unit what the figure is expressed in
 * @param decimals digits after the point when shown and compared
 * @param polarity which way is better
 * @param sameWithin a figure that moved no further than this, in its unit, counts as the same as before
 * @param counting what is counted
 * @param coveredBy the entities it rests on: there is a figure for the months that the first covers, and it is available
 *     where all of them do
 * @param timing when there is a figure
 * @param minimumDenominator with fewer below the line the figure is {@code too_few} to judge by
 * @param disclosure which counts are hidden from the public
 * @param disclosureGroup word shared by KPIs whose counts give each other away; absent when there are no others
 * @param neighbours how neighbours are averaged; absent when they are not
 * @param outstanding the open work that its year-end figure will take in; absent when none is projected
 * @param breakdowns columns it may be split by
 * @param examples worked examples
 */
public record KpiDefinition(
        String code,
        String version,
        KpiWords words,
        Unit unit,
        int decimals,
        Polarity polarity,
        BigDecimal sameWithin,
        Counting counting,
        List<String> coveredBy,
        Timing timing,
        int minimumDenominator,
        Disclosure disclosure,
        Optional<String> disclosureGroup,
        Optional<NeighbourRule> neighbours,
        Optional<Outstanding> outstanding,
        List<String> breakdowns,
        List<KpiExample> examples) {
    public KpiDefinition {
        coveredBy = List.copyOf(coveredBy);
        breakdowns = List.copyOf(breakdowns);
        examples = List.copyOf(examples);
    }

    /** Whether it is counted as a position at a month's end; nothing is known of what another service delivers. */
    boolean isStock() {
        return counting.fact().isStock() && !isDelivered();
    }

    /** The entity whose covered months decide for which months there is a figure. */
    public String entity() {
        return coveredBy.get(0);
    }

    /** Whether the figure itself is delivered by the service that owns it, rather than counted from records. */
    public boolean isDelivered() {
        return counting.fact() == CountedFact.INDICATOR;
    }

    /** Whether the service that owns the figure may deliver it for the months that no records cover. */
    public boolean isElseDelivered() {
        return counting.elseDelivered();
    }

    /** Every entity whose deliveries stand behind a figure. */
    public List<String> restsOn() {
        List<String> entities = new ArrayList<>(coveredBy);
        entities.addAll(counting.fact().describedBy());
        return entities;
    }

    /** The first month that must be covered for there to be a figure on {@code basis} at {@code month}. */
    public YearMonth firstMonthNeeded(Basis basis, YearMonth month) {
        return counting.fact().isStock()
                ? month.minusMonths(Math.max(timing.lookBackMonths() - 1, 0))
                : firstMonthCounted(basis, month).minusMonths(timing.lookBackMonths());
    }

    /** The first month whose events, or whose position, the figure on {@code basis} at {@code month} counts. */
    YearMonth firstMonthCounted(Basis basis, YearMonth month) {
        return counting.fact().isStock()
                ? month
                : basis.firstMonth(month).minusMonths(12L * (timing.windowYears() - 1));
    }

    /** Whether the figure on {@code basis} is a plain count. */
    public boolean isCountOn(Basis basis) {
        return unit == Unit.COUNT || timing.countBases().contains(basis);
    }

    /** Digits after the point of a figure on {@code basis}: a count has none. */
    public int decimalsOn(Basis basis) {
        return isCountOn(basis) ? 0 : decimals;
    }

    /** How far a figure on {@code basis} may move and count as the same; what is said of a rate says nothing of its count. */
    public BigDecimal sameWithinOn(Basis basis) {
        return timing.countBases().contains(basis) ? BigDecimal.ZERO : sameWithin;
    }
}
