package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.List;

/** A period of care as one delivery shows it: at least one episode. */
record KnownPeriod(Stay stay, List<Episode> episodes) {
    LocalDate start() {
        return episodes.get(0).start();
    }

    Episode last() {
        return episodes.get(episodes.size() - 1);
    }
}
