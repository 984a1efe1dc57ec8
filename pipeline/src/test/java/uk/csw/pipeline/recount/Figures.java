package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts the counts of one authority together into figures: for every covered month, on every basis of the KPI. */
final class Figures {
    private final FinancialMonths months;
    private final FinancialMonths needed;
    private final Residents residents;
    private final Map<String, String> figures;

    private Figures(FinancialMonths months, FinancialMonths needed, Residents residents, Map<String, String> figures) {
        this.months = months;
        this.needed = needed;
        this.residents = residents;
        this.figures = figures;
    }

    Figures(FinancialMonths months, Residents residents) {
        this(months, months, residents, new TreeMap<>());
    }

    /** Figures that are available only where the returns of another table cover their months too. */
    Figures restingOn(FinancialMonths table) {
        return new Figures(months, table, residents, figures);
    }

    /** By KPI, month and basis. */
    Map<String, String> all() {
        return figures;
    }

    /** Counts each occasion. */
    void flow(Rule rule, Collection<Occasion> occasions) {
        flow(rule, occasions, List::copyOf);
    }

    /** Counts a child once in a period, by the last of its occasions. */
    void flowOfChildren(Rule rule, Collection<Occasion> occasions) {
        flow(rule, occasions, Figures::lastOfEachChild);
    }

    /** Counts whom a function finds in the months from a first to a last one. */
    void flowInPeriod(Rule rule, BiFunction<YearMonth, YearMonth, Collection<Occasion>> found) {
        each(rule, (basis, month) -> {
            YearMonth first = FinancialMonths.first(basis, month).minusMonths(12L * (rule.years() - 1));
            return needed.cover(first.minusMonths(rule.back()), month)
                    ? figure(rule, basis, month, found.apply(first, month))
                    : Figure.NOT_AVAILABLE;
        });
    }

    private void flow(
            Rule rule, Collection<Occasion> occasions, Function<List<Occasion>, Collection<Occasion>> counted) {
        Map<YearMonth, List<Occasion>> ofMonth = new HashMap<>();
        for (Occasion one : occasions) {
            ofMonth.computeIfAbsent(YearMonth.from(one.day()), month -> new ArrayList<>())
                    .add(one);
        }
        flowInPeriod(rule, (first, last) -> {
            List<Occasion> period = new ArrayList<>();
            for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
                period.addAll(ofMonth.getOrDefault(each, List.of()));
            }
            return counted.apply(period);
        });
    }

    /** Counts those there on the last day of each month. */
    void stock(Rule rule, Function<LocalDate, Collection<Occasion>> on) {
        each(
                rule,
                (basis, month) -> needed.cover(month.minusMonths(Math.max(rule.back() - 1, 0)), month)
                        ? figure(rule, basis, month, on.apply(month.atEndOfMonth()))
                        : Figure.NOT_AVAILABLE);
    }

    private void each(Rule rule, PeriodFigure figure) {
        for (YearMonth month : months.covered()) {
            for (String basis : rule.bases()) {
                if (FinancialMonths.exists(basis, month)) {
                    figures.put(rule.kpi() + " " + month + " " + basis, figure.of(basis, month));
                }
            }
        }
    }

    private String figure(Rule rule, String basis, YearMonth month, Collection<Occasion> counted) {
        long count = counted.stream().filter(Occasion::counts).count();
        long age = months.covered().last().atEndOfMonth().toEpochDay()
                - month.atEndOfMonth().toEpochDay();
        boolean isMature = age >= rule.maturityDays();
        return switch (rule.unitOn(basis)) {
            case PERCENT -> Figure.percent(count, counted.size(), rule, isMature);
            case COUNT -> Figure.count(count);
            case PER_10000 -> Figure.rate(count, residents.in(month), rule.decimals());
            case MEAN ->
                Figure.mean(counted.stream().mapToLong(Occasion::amount).sum(), counted.size(), rule, isMature);
            case MEDIAN ->
                Figure.median(counted.stream().map(Occasion::amount).sorted().toList(), rule, isMature);
        };
    }

    private static Collection<Occasion> lastOfEachChild(List<Occasion> occasions) {
        Map<String, Occasion> last = new HashMap<>();
        occasions.stream().sorted(Comparator.comparing(Occasion::day)).forEach(one -> last.put(one.child(), one));
        return last.values();
    }

    private interface PeriodFigure {
        String of(String basis, YearMonth month);
    }
}
