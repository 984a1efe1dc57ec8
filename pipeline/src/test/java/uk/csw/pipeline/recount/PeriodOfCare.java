package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Being looked after without a break: from a start to an end for good. */
record PeriodOfCare(List<CareEpisode> episodes) {
    String child() {
        return last().child();
    }

    LocalDate start() {
        return episodes.get(0).start();
    }

    /** Far away while some episode is open. */
    LocalDate end() {
        return episodes.stream().map(CareEpisode::end).max(LocalDate::compareTo).orElseThrow();
    }

    CareEpisode last() {
        return episodes.get(episodes.size() - 1);
    }

    /**
     * Whether the next episode begins anew: it says so, or the one before had ended by then for good, or earlier and
     * nobody knows why. Where days are missing after a change, care went on.
     */
    boolean isOverBefore(CareEpisode next) {
        boolean isGap = last().end().isBefore(next.start()) && !last().reason().equals(CareEpisode.CONTINUES);
        boolean hasEnded = last().endsCare() && !last().end().isAfter(next.start());
        return next.startsCare() || isGap || hasEnded;
    }

    /**
     * The placements: a change of legal status, of the kind of placement with the same carer, or adoption by the current
     * carer is no move, nor is coming back from a temporary placement.
     */
    List<Home> homes() {
        List<Home> homes = new ArrayList<>();
        for (CareEpisode episode : episodes) {
            if (!episode.isTemporary()) {
                int newest = homes.size() - 1;
                if (newest >= 0 && isSame(homes.get(newest).last(), episode)) {
                    homes.set(newest, homes.get(newest).and(episode));
                } else {
                    homes.add(new Home(episode.start(), episode.end(), episode));
                }
            }
        }
        return homes;
    }

    private static boolean isSame(CareEpisode before, CareEpisode next) {
        return next.began().matches("[TUL]")
                || next.place().matches("A3|A5")
                || next.home().equals(before.home());
    }
}
