package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * A child as the last delivery knows it.
 *
 * @param id the authority's id, as in the files
 * @param isAsylumSeeker whether the child ever was an unaccompanied asylum seeker
 * @param episodes all that any delivery can have held, by start
 * @param leavers the birthdays as a care leaver in the delivered years
 */
public record TrueChild(
        String id, LocalDate birth, boolean isAsylumSeeker, List<Episode> episodes, List<Leaver> leavers) {

    public TrueChild {
        episodes = List.copyOf(episodes);
        leavers = List.copyOf(leavers);
    }

    /** Whether the child is looked after at the end of {@code day}. */
    public boolean isLookedAfterOn(LocalDate day) {
        return episodes.stream().anyMatch(episode -> episode.counts() && episode.isOpenOn(day));
    }
}
