package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Everything known of each child's time in care, short breaks left out where figures leave them out. */
final class CareHistory {
    private static final Comparator<CareEpisode> BY_START =
            Comparator.comparing(CareEpisode::start).thenComparing(episode -> !episode.startsCare());

    private final Map<String, List<CareEpisode>> episodes = new TreeMap<>();
    private final Map<String, List<PeriodOfCare>> periods = new TreeMap<>();

    CareHistory(Returns returns) {
        Map<String, List<StandingRows.Standing>> rows = new TreeMap<>();
        for (StandingRows.Standing row : returns.all(Table.CARE_EPISODES)) {
            rows.computeIfAbsent(row.child(), child -> new ArrayList<>()).add(row);
        }
        rows.forEach((child, ofChild) -> {
            List<CareEpisode> ended = ended(ofChild);
            episodes.put(child, ended);
            periods.put(child, periods(ended));
        });
    }

    /** The episodes of children looked after. */
    List<CareEpisode> lookedAfter() {
        return periods.values().stream()
                .flatMap(Collection::stream)
                .flatMap(period -> period.episodes().stream())
                .toList();
    }

    Map<String, List<PeriodOfCare>> periods() {
        return periods;
    }

    /** The children looked after on a day, each once. */
    List<Occasion> on(LocalDate day, Predicate<CareEpisode> counts) {
        List<Occasion> children = new ArrayList<>();
        for (String child : periods.keySet()) {
            current(child, day).ifPresent(episode -> children.add(new Occasion(child, day, counts.test(episode))));
        }
        return children;
    }

    /** The children looked after on a day who have been for so many months without a break. */
    List<PeriodOfCare> lasting(int monthsOnEnd, LocalDate day) {
        List<PeriodOfCare> lasting = new ArrayList<>();
        for (List<PeriodOfCare> ofChild : periods.values()) {
            ofChild.stream()
                    .filter(period -> period.episodes().stream().anyMatch(one -> one.isOpenOn(day)))
                    .reduce((one, newer) -> newer)
                    .filter(period -> !period.start().isAfter(day.minusMonths(monthsOnEnd)))
                    .ifPresent(lasting::add);
        }
        return lasting;
    }

    boolean isLookedAfterOn(String child, LocalDate day) {
        return current(child, day).isPresent();
    }

    /** The episode a child was in on a day, the newest where there are several; none when not looked after. */
    Optional<CareEpisode> current(String child, LocalDate day) {
        return periods.getOrDefault(child, List.of()).stream()
                .flatMap(period -> period.episodes().stream())
                .filter(episode -> episode.isOpenOn(day))
                .reduce((one, newer) -> newer);
    }

    /** Whether a child was in care, short breaks included, on some day between two, those days included. */
    boolean isLookedAfterBetween(String child, LocalDate first, LocalDate last) {
        return episodes.getOrDefault(child, List.of()).stream()
                .anyMatch(episode ->
                        !episode.start().isAfter(last) && !episode.end().isBefore(first));
    }

    /**
     * An open episode that returns no longer mention ended at the latest when they stopped to; where the next one is a
     * change and no start, on the day of that change.
     */
    private static List<CareEpisode> ended(List<StandingRows.Standing> rows) {
        List<CareEpisode> ordered =
                rows.stream().map(CareEpisode::of).sorted(BY_START).toList();
        List<CareEpisode> ended = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            CareEpisode episode = ordered.get(i);
            boolean isLast = i + 1 == ordered.size();
            ended.add(episode.isPresumed() && !isLast ? endedBy(episode, ordered.get(i + 1)) : episode);
        }
        return ended;
    }

    private static CareEpisode endedBy(CareEpisode episode, CareEpisode next) {
        if (!next.startsCare()) {
            return episode.until(next.start(), CareEpisode.CONTINUES);
        }
        LocalDate before = next.start().minusDays(1);
        return episode.until(before.isBefore(episode.end()) ? before : episode.end(), CareEpisode.PRESUMED);
    }

    /** Short breaks are left out, and what follows one begins anew. */
    private static List<PeriodOfCare> periods(List<CareEpisode> episodes) {
        List<PeriodOfCare> periods = new ArrayList<>();
        boolean isAfterBreak = false;
        for (CareEpisode episode : episodes) {
            int newest = periods.size() - 1;
            if (episode.isShortBreak()) {
                isAfterBreak = true;
                continue;
            }
            if (newest < 0 || isAfterBreak || periods.get(newest).isOverBefore(episode)) {
                periods.add(new PeriodOfCare(new ArrayList<>(List.of(episode))));
            } else {
                periods.get(newest).episodes().add(episode);
            }
            isAfterBreak = false;
        }
        return periods;
    }
}
