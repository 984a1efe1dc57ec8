package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.csw.pipeline.recount.StandingRows.Spell;

/** The figures of referrals, assessments and enquiries of one authority, by the words of the definitions. */
final class CensusRecount {
    private static final String[] ALL = {"month", "quarter", "ytd", "r12", "annual"};

    private final Returns returns;
    private final WorkingDays workingDays;
    private final CareHistory care;
    private final Figures figures;
    private final List<Spell> referrals;
    private final List<Spell> assessments;
    private final List<Spell> enquiries;

    CensusRecount(Returns returns, WorkingDays workingDays, CareHistory care, Figures figures) {
        this.returns = returns;
        this.workingDays = workingDays;
        this.care = care;
        this.figures = figures;
        this.referrals = returns.spells(Table.REFERRALS, "CINCLOSUREDATE");
        this.assessments = returns.spells(Table.ASSESSMENTS, "ASSESSMENTAUTHORISATIONDATE");
        this.enquiries = returns.all(Table.ENQUIRIES).stream()
                .map(one -> new Spell(
                        one.child(),
                        one.day(),
                        one.row().date("DATEOFINITIALCPC").orElse(LocalDate.MAX),
                        false,
                        one.row()))
                .toList();
    }

    void count() {
        referrals();
        assessments();
        enquiries();
    }

    private void referrals() {
        Map<String, TreeSet<LocalDate>> days = new HashMap<>();
        referrals.forEach(one ->
                days.computeIfAbsent(one.child(), child -> new TreeSet<>()).add(one.start()));
        Predicate<Spell> isAgain = one -> {
            LocalDate before = days.getOrDefault(one.child(), new TreeSet<>()).lower(one.start());
            return before != null && !before.isBefore(one.start().minusMonths(12));
        };
        List<Spell> received =
                referrals.stream().filter(one -> !one.isImpossible()).toList();
        figures.flow(Rule.rate("REF_RATE", 1), begun(received, one -> true));
        figures.flow(
                Rule.share("REF_NFA_PCT", 1, ALL),
                begun(received, one -> one.row().isTrue("REFERRALNFA")));
        figures.flow(Rule.share("REREF_12M_PCT", 1, ALL).lookingBack(12), begun(received, isAgain));
        CaseOutcomes outcomes = new CaseOutcomes(
                days,
                assessments,
                Stream.concat(enquiries.stream(), returns.spells(Table.PROTECTION_PLANS, "CPPENDDATE").stream())
                        .toList(),
                care);
        figures.flow(
                Rule.share("REF_NOTNEED_PCT", 1, "quarter", "ytd", "r12", "annual")
                        .matureAfter(70),
                begun(received, outcomes::isNotInNeed));
    }

    private void assessments() {
        List<Spell> ended = assessments.stream()
                .filter(one -> one.isOver() && !one.isImpossible() && !one.isPresumed())
                .toList();
        figures.flow(Rule.share("ASM_45WD_PCT", 1, ALL), ended(ended, one -> workingDays.of(one) <= 45));
        figures.flow(Rule.share("ASM_10WD_PCT", 1, ALL), ended(ended, one -> workingDays.of(one) <= 10));
        figures.flow(
                Rule.median("ASM_MEDIAN_WD", "quarter", "ytd", "r12", "annual"),
                ended.stream()
                        .map(one -> new Occasion(one.child(), one.end(), true, workingDays.of(one)))
                        .toList());
        figures.stock(Rule.countOfStock("ASM_OPEN_N"), end -> open(assessments, end, one -> true));
        figures.stock(
                Rule.countOfStock("ASM_OVERDUE_N"),
                end -> open(assessments, end, one -> workingDays.between(one.start(), end) > 45));
    }

    private void enquiries() {
        List<Spell> possible =
                enquiries.stream().filter(one -> !one.isImpossible()).toList();
        figures.flow(Rule.rate("S47_RATE", 1), begun(possible, one -> true));
        Map<String, Spell> nearest = new HashMap<>();
        for (Spell one : possible) {
            if (one.isOver()) {
                nearest.merge(
                        one.child() + one.end(),
                        one,
                        (first, second) -> first.start().isBefore(second.start()) ? second : first);
            }
        }
        List<Spell> conferences = List.copyOf(nearest.values());
        figures.flow(Rule.rate("ICPC_RATE", 1), ended(conferences, one -> true));
        figures.flow(Rule.share("ICPC_15WD_PCT", 1, ALL), ended(conferences, one -> workingDays.of(one) <= 15));
    }

    private static List<Occasion> begun(List<Spell> spells, Predicate<Spell> counts) {
        return spells.stream()
                .map(one -> new Occasion(one.child(), one.start(), counts.test(one)))
                .toList();
    }

    private static List<Occasion> ended(List<Spell> spells, Predicate<Spell> counts) {
        return spells.stream()
                .map(one -> new Occasion(one.child(), one.end(), counts.test(one)))
                .toList();
    }

    private static List<Occasion> open(List<Spell> spells, LocalDate end, Predicate<Spell> counts) {
        List<Occasion> open = new ArrayList<>();
        for (Spell one : spells) {
            if (one.isOpenOn(end) && counts.test(one)) {
                open.add(new Occasion(one.child(), end, true));
            }
        }
        return open;
    }
}
