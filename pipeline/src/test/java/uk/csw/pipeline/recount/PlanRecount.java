package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import uk.csw.pipeline.recount.StandingRows.Spell;
import uk.csw.pipeline.recount.StandingRows.Standing;

/** The figures of plans, and of children in need on the last day of each month. */
final class PlanRecount {
    private static final String[] ALL = {"month", "quarter", "ytd", "r12", "annual"};

    private final Returns returns;
    private final CareHistory care;
    private final Figures figures;
    private final List<Spell> all;
    private final List<Spell> possible;

    PlanRecount(Returns returns, CareHistory care, Figures figures) {
        this.returns = returns;
        this.care = care;
        this.figures = figures;
        this.all = returns.spells(Table.PROTECTION_PLANS, "CPPENDDATE");
        this.possible = all.stream().filter(one -> !one.isImpossible()).toList();
    }

    void count() {
        started();
        ended();
        onPlans();
        inNeed();
    }

    private void started() {
        Map<String, List<Spell>> ofChild = new HashMap<>();
        all.forEach(one ->
                ofChild.computeIfAbsent(one.child(), child -> new ArrayList<>()).add(one));
        Predicate<Spell> isRepeated =
                one -> !one.row().text("NUMBEROFPREVIOUSCPP").matches("0*")
                        || ofChild.getOrDefault(one.child(), List.of()).stream()
                                .anyMatch(other -> other.start().isBefore(one.start()));
        Predicate<Spell> isSoon = one -> ofChild.getOrDefault(one.child(), List.of()).stream()
                .filter(other -> other.start().isBefore(one.start()) && !other.isImpossible() && !other.isPresumed())
                .anyMatch(other ->
                        other.isOver() && !other.end().isBefore(one.start().minusMonths(24)));
        figures.flow(Rule.rate("CPP_START_RATE", 1), begun(one -> true));
        figures.flow(Rule.share("CPP_REPEAT_EVER_PCT", 1, ALL), begun(isRepeated));
        figures.flow(
                Rule.share("CPP_REPEAT_24M_PCT", 1, "month", "quarter", "ytd", "r12")
                        .lookingBack(24),
                begun(isSoon));
    }

    private List<Occasion> begun(Predicate<Spell> counts) {
        return possible.stream()
                .map(one -> new Occasion(one.child(), one.start(), counts.test(one)))
                .toList();
    }

    private void ended() {
        List<Occasion> ended = new ArrayList<>();
        List<Occasion> known = new ArrayList<>();
        for (Spell one : possible) {
            if (one.isOver()) {
                ended.add(new Occasion(one.child(), one.end(), true));
                if (!one.isPresumed()) {
                    known.add(new Occasion(one.child(), one.end(), isTwoYears(one.start(), one.end())));
                }
            }
        }
        figures.flow(Rule.rate("CPP_END_RATE", 1), ended);
        figures.flow(Rule.share("CPP_2Y_CEASED_PCT", 1, "quarter", "ytd", "r12", "annual"), known);
    }

    private void onPlans() {
        figures.stock(Rule.rateOfStock("CPP_RATE", 1), end -> children(possible, end, one -> true));
        figures.stock(
                Rule.shareOfStock("CPP_2Y_OPEN_PCT", 1),
                end -> children(possible, end, one -> isTwoYears(one.start(), end)));
        Map<String, TreeSet<LocalDate>> reviews = reviews();
        figures.stock(
                Rule.shareOfStock("CPP_REVIEW_PCT", 1).lookingBack(12),
                end -> children(
                        possible.stream()
                                .filter(one -> !one.start().isAfter(end.minusMonths(3)))
                                .toList(),
                        end,
                        one -> isReviewedInTime(
                                one.start(), reviews.getOrDefault(one.child() + one.start(), new TreeSet<>()), end)));
    }

    /** The first within three months of the start, each later one within six of the one before, none overdue. */
    private static boolean isReviewedInTime(LocalDate start, TreeSet<LocalDate> reviews, LocalDate end) {
        TreeSet<LocalDate> held = new TreeSet<>(reviews.headSet(end, true));
        if (held.isEmpty()) {
            return false;
        }
        LocalDate due = start.plusMonths(3);
        for (LocalDate review : held) {
            if (review.isAfter(due)) {
                return false;
            }
            due = review.plusMonths(6);
        }
        return !end.isAfter(due);
    }

    private Map<String, TreeSet<LocalDate>> reviews() {
        Map<String, TreeSet<LocalDate>> reviews = new HashMap<>();
        for (Standing one : returns.all(Table.PLAN_REVIEWS)) {
            one.row()
                    .date("CPPSTARTDATE")
                    .ifPresent(start -> reviews.computeIfAbsent(one.child() + start, plan -> new TreeSet<>())
                            .add(one.day()));
        }
        return reviews;
    }

    private void inNeed() {
        List<Spell> cases = returns.spells(Table.REFERRALS, "CINCLOSUREDATE").stream()
                .filter(one -> !one.row().isTrue("REFERRALNFA"))
                .toList();
        figures.stock(Rule.rateOfStock("CIN_RATE", 1), end -> children(cases, end, one -> true));
        figures.stock(Rule.countOfStock("CIN_ONLY_N"), end -> {
            Set<String> onPlan = new HashSet<>();
            children(possible, end, one -> true).forEach(one -> onPlan.add(one.child()));
            return children(
                    cases, end, one -> !onPlan.contains(one.child()) && !care.isLookedAfterOn(one.child(), end));
        });
        List<Spell> helped = returns.spells(Table.HELP_PLANS, "CINPLANENDDATE");
        figures.stock(Rule.rateOfStock("CINPLAN_RATE", 1), end -> children(helped, end, one -> true));
    }

    /** Each child with something open once; it counts when something of it does. */
    private static List<Occasion> children(List<Spell> spells, LocalDate end, Predicate<Spell> counts) {
        Map<String, Boolean> children = new TreeMap<>();
        for (Spell one : spells) {
            if (one.isOpenOn(end)) {
                children.merge(one.child(), counts.test(one), Boolean::logicalOr);
            }
        }
        return children.entrySet().stream()
                .map(child -> new Occasion(child.getKey(), end, child.getValue()))
                .toList();
    }

    private static boolean isTwoYears(LocalDate first, LocalDate last) {
        return last.toEpochDay() - first.toEpochDay() + 1 > 729;
    }
}
