package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.csw.pipeline.recount.StandingRows.Standing;

/** The figures of how long children who were adopted waited on the way. */
final class AdoptionRecount {
    private final CareHistory care;
    private final Figures figures;
    private final Map<String, ReturnedFile.Row> adoptions = new HashMap<>();
    private final List<Standing> decisions;

    AdoptionRecount(Returns returns, CareHistory care, Figures figures) {
        this.care = care;
        this.figures = figures;
        this.decisions = returns.all(Table.ADOPTION_DECISIONS);
        for (Standing row : returns.all(Table.ADOPTIONS)) {
            adoptions.put(row.child(), row.row());
        }
    }

    void count() {
        List<Occasion> placedInAYear = new ArrayList<>();
        List<Occasion> untilPlaced = new ArrayList<>();
        List<Occasion> untilMatched = new ArrayList<>();
        for (PeriodOfCare period : adopted()) {
            Optional<LocalDate> placed = placed(period);
            boolean isInTime = placed.isPresent()
                    && decided(period)
                            .filter(day -> !placed.get().isAfter(day.plusMonths(12)))
                            .isPresent();
            placedInAYear.add(occasion(period, isInTime, 0));
            if (period.episodes().stream().anyMatch(CareEpisode::startsCare)) {
                placed.ifPresent(day -> untilPlaced.add(occasion(period, true, days(period.start(), day))));
            }
            Optional<LocalDate> matched = date(period.child(), "DATE_MATCH");
            Optional<LocalDate> ordered = ordered(period);
            if (matched.isPresent() && ordered.isPresent()) {
                untilMatched.add(occasion(period, true, Math.max(0, days(ordered.get(), matched.get()))));
            }
        }
        figures.flow(Rule.share("ADOPT_12M_PCT", 1, "ytd", "r12", "annual"), placedInAYear);
        figures.flow(Rule.meanOfThreeYears("ADOPT_A1_DAYS"), untilPlaced);
        figures.flow(Rule.meanOfThreeYears("ADOPT_A2_DAYS"), untilMatched);
    }

    private List<PeriodOfCare> adopted() {
        return care.periods().values().stream()
                .flatMap(List::stream)
                .filter(period ->
                        period.last().isOver() && period.last().reason().matches("E11|E12"))
                .toList();
    }

    /** The first day of the last stay with those who adopted. */
    private static Optional<LocalDate> placed(PeriodOfCare period) {
        Optional<LocalDate> placed = Optional.empty();
        for (CareEpisode episode : period.episodes()) {
            if (episode.isForAdoption()) {
                placed = placed.or(() -> Optional.of(episode.start()));
            } else if (!episode.isTemporary()) {
                placed = Optional.empty();
            }
        }
        return placed;
    }

    private static Optional<LocalDate> ordered(PeriodOfCare period) {
        return period.episodes().stream()
                .filter(CareEpisode::isUnderPlacementOrder)
                .map(CareEpisode::start)
                .findFirst();
    }

    /** The decision of the adoption table; where it says none, the newest of the period that was not reversed. */
    private Optional<LocalDate> decided(PeriodOfCare period) {
        return date(period.child(), "DATE_INT")
                .or(() -> decisions.stream()
                        .filter(row -> row.child().equals(period.child()))
                        .filter(row -> row.row().date("DATE_PLACED_CEASED").isEmpty())
                        .map(Standing::day)
                        .filter(day -> !day.isBefore(period.start()) && !day.isAfter(period.end()))
                        .max(LocalDate::compareTo));
    }

    private Optional<LocalDate> date(String child, String header) {
        return Optional.ofNullable(adoptions.get(child)).flatMap(row -> row.date(header));
    }

    private static Occasion occasion(PeriodOfCare period, boolean counts, long days) {
        return new Occasion(period.child(), period.last().end(), counts, days);
    }

    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last);
    }
}
