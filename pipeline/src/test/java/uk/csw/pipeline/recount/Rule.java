package uk.csw.pipeline.recount;

import java.util.List;

/**
 * What the catalogue of KPIs says of one of them besides what is counted.
 *
 * @param bases the bases on which there is a figure
 * @param back months of history it needs: before a period, or up to a position, the position's own month included
 * @param maturityDays how old a period must be for its outcomes to be known
 * @param years how many years a year's figure is taken over
 */
record Rule(String kpi, Unit unit, int decimals, List<String> bases, int back, int maturityDays, int years) {
    /** A share, median or mean of fewer than these is too few to judge. */
    static final int FEWEST = 10;

    private Rule(String kpi, Unit unit, int decimals, List<String> bases) {
        this(kpi, unit, decimals, bases, 0, 0, 1);
    }

    enum Unit {
        PERCENT,
        PER_10000,
        COUNT,
        MEDIAN,
        MEAN
    }

    /** A share of what happened in a period. */
    static Rule share(String kpi, int decimals, String... bases) {
        return new Rule(kpi, Unit.PERCENT, decimals, List.of(bases));
    }

    /** How often something happened in a period: a rate for a year, a count for less. */
    static Rule rate(String kpi, int decimals) {
        return new Rule(kpi, Unit.PER_10000, decimals, List.of("month", "quarter", "ytd", "r12", "annual"));
    }

    /** A share of those there on the last day. */
    static Rule shareOfStock(String kpi, int decimals) {
        return new Rule(kpi, Unit.PERCENT, decimals, List.of("snapshot", "annual"));
    }

    static Rule rateOfStock(String kpi, int decimals) {
        return new Rule(kpi, Unit.PER_10000, decimals, List.of("snapshot", "annual"));
    }

    static Rule countOfStock(String kpi) {
        return new Rule(kpi, Unit.COUNT, 0, List.of("snapshot"));
    }

    static Rule median(String kpi, String... bases) {
        return new Rule(kpi, Unit.MEDIAN, 0, List.of(bases));
    }

    static Rule meanOfStock(String kpi, int decimals) {
        return new Rule(kpi, Unit.MEAN, decimals, List.of("snapshot", "annual"));
    }

    static Rule meanOfThreeYears(String kpi) {
        return new Rule(kpi, Unit.MEAN, 0, List.of("r12", "annual"), 0, 0, 3);
    }

    Rule lookingBack(int months) {
        return new Rule(kpi, unit, decimals, bases, months, maturityDays, years);
    }

    Rule matureAfter(int days) {
        return new Rule(kpi, unit, decimals, bases, back, days, years);
    }

    /** Part of a year is only counted: its rate would look low beside a year's. */
    Unit unitOn(String basis) {
        boolean isPart = List.of("month", "quarter", "ytd").contains(basis);
        return unit == Unit.PER_10000 && isPart ? Unit.COUNT : unit;
    }
}
