package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import uk.csw.pipeline.recount.StandingRows.Spell;
import uk.csw.pipeline.recount.StandingRows.Standing;

/** The figures of the health of children in care for a year or longer, and of how many social workers children had. */
final class HealthRecount {
    private static final int CONCERN = 17;

    private final Returns returns;
    private final CareHistory care;
    private final Figures figures;
    private final Map<String, ReturnedFile.Row> answers = new HashMap<>();

    HealthRecount(Returns returns, CareHistory care, Figures figures) {
        this.returns = returns;
        this.care = care;
        this.figures = figures;
        for (Standing row : returns.all(Table.CARE_HEALTH)) {
            answers.put(row.child() + FinancialMonths.yearEnd(row.mentioned()), row.row());
        }
    }

    void count() {
        yes("CLA_HEALTH_PCT", "HEALTH_ASSESSMENT");
        yes("CLA_DENTAL_IMM_PCT", "TEETH_CHECK");
        yes("CLA_IMM_PCT", "IMMUNISATIONS");
        figures.stock(
                Rule.shareOfStock("CLA_SDQ_COVER_PCT", 0).lookingBack(12),
                end -> inCareForAYear(
                        end,
                        child -> isOfAge(child, end),
                        child -> score(child, end).isPresent()));
        figures.stock(
                Rule.shareOfStock("CLA_SDQ_CONCERN_PCT", 0).lookingBack(12),
                end -> inCareForAYear(
                        end,
                        child -> isOfAge(child, end) && score(child, end).isPresent(),
                        child -> score(child, end).orElseThrow() >= CONCERN));
        figures.stock(Rule.meanOfStock("CLA_SDQ", 1).lookingBack(12), this::scores);
        workers();
    }

    /** The year's answer is that of each of its months; no answer is no. */
    private void yes(String kpi, String question) {
        figures.stock(
                Rule.shareOfStock(kpi, 0).lookingBack(12),
                end -> inCareForAYear(
                        end,
                        child -> true,
                        child -> answer(child, end)
                                .filter(row -> row.isTrue(question))
                                .isPresent()));
    }

    private List<Occasion> inCareForAYear(LocalDate end, Predicate<String> isOne, Predicate<String> counts) {
        return care.lasting(12, end).stream()
                .map(PeriodOfCare::child)
                .filter(isOne)
                .map(child -> new Occasion(child, end, counts.test(child)))
                .toList();
    }

    private List<Occasion> scores(LocalDate end) {
        List<Occasion> scores = new ArrayList<>();
        for (Occasion one : inCareForAYear(end, child -> isOfAge(child, end), child -> true)) {
            score(one.child(), end).ifPresent(score -> scores.add(new Occasion(one.child(), end, true, score)));
        }
        return scores;
    }

    private boolean isOfAge(String child, LocalDate end) {
        int age = returns.age(child, end);
        return age >= 5 && age <= 16;
    }

    private Optional<Integer> score(String child, LocalDate end) {
        return answer(child, end)
                .map(row -> row.text("SDQ_SCORE"))
                .filter(text -> text.matches("\\d+"))
                .map(Integer::valueOf)
                .filter(score -> score <= 40);
    }

    private Optional<ReturnedFile.Row> answer(String child, LocalDate end) {
        return Optional.ofNullable(answers.get(child + FinancialMonths.yearEnd(YearMonth.from(end))));
    }

    private void workers() {
        Map<String, List<Spell>> ofChild = new HashMap<>();
        for (Spell spell : returns.spells(Table.SOCIAL_WORKERS, "SW_DEC")) {
            if (!spell.row().text("SW_ID").isEmpty()) {
                ofChild.computeIfAbsent(spell.child(), child -> new ArrayList<>())
                        .add(spell);
            }
        }
        figures.restingOn(returns.months(Table.SOCIAL_WORKERS))
                .stock(
                        Rule.shareOfStock("CLA_SW3_PCT", 0).lookingBack(12),
                        end -> care.on(
                                end, one -> workersInYear(ofChild.getOrDefault(one.child(), List.of()), end) >= 3));
    }

    private static int workersInYear(List<Spell> spells, LocalDate end) {
        LocalDate first = end.withDayOfMonth(1).minusMonths(11);
        Set<String> workers = new HashSet<>();
        for (Spell spell : spells) {
            if (!spell.start().isAfter(end) && !spell.end().isBefore(first)) {
                workers.add(spell.row().text("SW_ID"));
            }
        }
        return workers.size();
    }
}
