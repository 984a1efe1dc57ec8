package uk.csw.pipeline.judge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a KPI is held against from one day to another: one row of {@code config/targets/*.csv}. Texts are empty and
 * numbers absent where the rule has none. The names are the columns of {@code kpi.target}.
 *
 * @param authorityCode empty for all authorities
 * @param basis the basis named in the row; empty when the row names none
 * @param bases the bases it applies to
 * @param validFrom the first day; a figure is judged by the rule of the day its period ends
 * @param tolBelow how far below the target is tolerated, in the KPI's unit or in percent of the target
 * @param isTolRelative whether tolerances are percent of the target
 * @param toleranceColour AMBER or GREEN
 * @param improveTest whether amber takes a figure no worse than that of a year before
 * @param comparator the comparator that is the target; empty for other rules
 * @param minDenominator with fewer below the line there is no colour; empty: the KPI's own minimum
 * @param profile the share of the year that falls into each month from April on; empty for other rules
 */
record Target(
        String kpiCode,
        String authorityCode,
        String basis,
        List<String> bases,
        LocalDate validFrom,
        LocalDate validTo,
        RuleType ruleType,
        List<BigDecimal> target,
        List<BigDecimal> rangeLow,
        List<BigDecimal> rangeHigh,
        BigDecimal tolBelow,
        BigDecimal tolAbove,
        boolean isTolRelative,
        String toleranceColour,
        boolean improveTest,
        String comparator,
        String minDenominator,
        List<BigDecimal> profile,
        String reason,
        String approvedBy) {
    Target {
        bases = List.copyOf(bases);
        target = List.copyOf(target);
        rangeLow = List.copyOf(rangeLow);
        rangeHigh = List.copyOf(rangeHigh);
        profile = List.copyOf(profile);
    }

    /** Whether both are for the same figures on some day, so that it is not clear which applies. */
    boolean isInTheWayOf(Target other) {
        return kpiCode.equals(other.kpiCode)
                && authorityCode.equals(other.authorityCode)
                && basis.equals(other.basis)
                && !validFrom.isAfter(other.validTo)
                && !other.validFrom.isAfter(validTo);
    }
}
