package uk.csw.pipeline.recount;

import java.util.List;

/**
 * What the catalogue of KPIs says of one of them besides what is counted.
 *
 * @param bases the bases on which there is a figure
 * @param back months of history it needs: before a period, or up to a position, the position's own month included
 * @param maturityDays how old a period must be for its outcomes to be known
 */
record Rule(String kpi, Unit unit, int decimals, List<String> bases, int back, int maturityDays) {
    /** A share or median of fewer than these is too few to judge. */
    static final int FEWEST = 10;

    enum Unit {
        PERCENT,
        PER_10000,
        COUNT,
        MEDIAN
    }

    /** A share of what happened in a period. */
    static Rule share(String kpi, int decimals, String... bases) {
        return new Rule(kpi, Unit.PERCENT, decimals, List.of(bases), 0, 0);
    }

    /** How often something happened in a period: a rate for a year, a count for less. */
    static Rule rate(String kpi, int decimals) {
        return new Rule(kpi, Unit.PER_10000, decimals, List.of("month", "quarter", "ytd", "r12", "annual"), 0, 0);
    }

    /** A share of those there on the last day. */
    static Rule shareOfStock(String kpi, int decimals) {
        return new Rule(kpi, Unit.PERCENT, decimals, List.of("snapshot", "annual"), 0, 0);
    }

    static Rule rateOfStock(String kpi, int decimals) {
        return new Rule(kpi, Unit.PER_10000, decimals, List.of("snapshot", "annual"), 0, 0);
    }

    static Rule countOfStock(String kpi) {
        return new Rule(kpi, Unit.COUNT, 0, List.of("snapshot"), 0, 0);
    }

    static Rule median(String kpi, String... bases) {
        return new Rule(kpi, Unit.MEDIAN, 0, List.of(bases), 0, 0);
    }

    Rule lookingBack(int months) {
        return new Rule(kpi, unit, decimals, bases, months, maturityDays);
    }

    Rule matureAfter(int days) {
        return new Rule(kpi, unit, decimals, bases, back, days);
    }

    /** Part of a year is only counted: its rate would look low beside a year's. */
    Unit unitOn(String basis) {
        boolean isPart = List.of("month", "quarter", "ytd").contains(basis);
        return unit == Unit.PER_10000 && isPart ? Unit.COUNT : unit;
    }
}
