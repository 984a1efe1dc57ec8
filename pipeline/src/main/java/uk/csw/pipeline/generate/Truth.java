package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The children of one authority as its last delivery knows them, with the plainest possible counts, for a test to hold
 * against figures that went the long way round. Rows that mess keeps from being loaded are counted here all the same.
 */
public record Truth(GeneratedAuthority authority, List<TrueChild> children) {
    public Truth {
        children = List.copyOf(children);
    }

    static Truth of(GeneratedAuthority authority, GeneratorOptions options) {
        Lives lives = new Lives(authority, options);
        Position last = new Position(options.last());
        List<TrueChild> children = new ArrayList<>();
        for (Life life : lives.all()) {
            if (options.last().isBefore(life.withdrawnIn())) {
                trueChild(life, last, lives.practice(), options).ifPresent(children::add);
            }
        }
        return new Truth(authority, children);
    }

    /** Children looked after at the end of {@code day}, the short-break series apart. */
    public long lookedAfterOn(LocalDate day) {
        return children.stream().filter(child -> child.isLookedAfterOn(day)).count();
    }

    /** Children with a period of care starting in the days given, both included. */
    public long startedBetween(LocalDate from, LocalDate to) {
        return children.stream()
                .filter(child -> child.episodes().stream()
                        .anyMatch(
                                episode -> episode.counts() && episode.startsCare() && isIn(episode.start(), from, to)))
                .count();
    }

    /** Children ceasing in the days given, both included, by the reason of their last ceasing in them. */
    public Map<String, Long> ceasedBetween(LocalDate from, LocalDate to) {
        return children.stream()
                .map(child -> child.episodes().stream()
                        .filter(episode -> episode.counts() && episode.endsCare())
                        .filter(episode -> isIn(episode.end().orElseThrow(), from, to))
                        .reduce((earlier, later) -> later)
                        .map(Episode::endReason)
                        .orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    }

    private static boolean isIn(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static Optional<TrueChild> trueChild(
            Life life, Position last, Practice practice, GeneratorOptions options) {
        KnownLife known = new KnownLife(life, last, practice);
        LocalDate from = options.coveredFrom();
        List<Episode> episodes = known.periods().stream()
                .flatMap(period -> period.episodes().stream())
                .filter(episode -> episode.end().map(end -> !end.isBefore(from)).orElse(true))
                .toList();
        List<Leaver> leavers = life.leavers().stream()
                .filter(leaver -> isIn(leaver.birthday(), from, last.date()))
                .toList();
        if (episodes.isEmpty() && leavers.isEmpty()) {
            return Optional.empty();
        }
        Child child = life.child();
        return Optional.of(new TrueChild(child.id(), child.birth(), child.isAsylumSeeker(), episodes, leavers));
    }
}
