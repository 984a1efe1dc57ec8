package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.csw.pipeline.recount.StandingRows.Spell;

/** The figures of children missing, or away without authorisation, on some day of a period while looked after. */
final class AbsenceRecount {
    private static final Pattern AWAY = Pattern.compile("A");

    private final Returns returns;
    private final CareHistory care;
    private final Figures figures;

    AbsenceRecount(Returns returns, CareHistory care, Figures figures) {
        this.returns = returns;
        this.care = care;
        this.figures = figures;
    }

    void count() {
        Map<String, List<Spell>> away = new HashMap<>();
        Map<String, List<Spell>> missing = new HashMap<>();
        for (Spell spell : returns.spells(Table.MISSING, "MIS_END")) {
            if (!spell.isImpossible()) {
                boolean isAway = !spell.row().code("MISSING", AWAY).isEmpty();
                (isAway ? away : missing)
                        .computeIfAbsent(spell.child(), child -> new ArrayList<>())
                        .add(spell);
            }
        }
        figures.flowInPeriod(
                Rule.share("CLA_MISSING_PCT", 0, "ytd", "r12", "annual"),
                (first, last) -> children(missing, first, last));
        figures.flowInPeriod(
                Rule.share("CLA_AWAY_PCT", 0, "ytd", "r12", "annual"), (first, last) -> children(away, first, last));
    }

    /** Each child looked after on some day of the months, the day care ended included. */
    private List<Occasion> children(Map<String, List<Spell>> absences, YearMonth firstMonth, YearMonth lastMonth) {
        LocalDate first = firstMonth.atDay(1);
        LocalDate last = lastMonth.atEndOfMonth();
        List<Occasion> children = new ArrayList<>();
        care.periods().forEach((child, periods) -> {
            List<PeriodOfCare> present = periods.stream()
                    .filter(period ->
                            !period.start().isAfter(last) && !period.end().isBefore(first))
                    .toList();
            if (!present.isEmpty()) {
                boolean isAbsent = absences.getOrDefault(child, List.of()).stream()
                        .anyMatch(spell -> present.stream().anyMatch(period -> meet(spell, period, first, last)));
                children.add(new Occasion(child, last, isAbsent));
            }
        });
        return children;
    }

    private static boolean meet(Spell spell, PeriodOfCare period, LocalDate first, LocalDate last) {
        LocalDate from = latest(first, spell.start(), period.start());
        LocalDate until = earliest(last, spell.end(), period.end());
        return !from.isAfter(until);
    }

    private static LocalDate latest(LocalDate... days) {
        LocalDate latest = LocalDate.MIN;
        for (LocalDate day : days) {
            latest = day.isAfter(latest) ? day : latest;
        }
        return latest;
    }

    private static LocalDate earliest(LocalDate... days) {
        LocalDate earliest = LocalDate.MAX;
        for (LocalDate day : days) {
            earliest = day.isBefore(earliest) ? day : earliest;
        }
        return earliest;
    }
}
