package uk.csw.pipeline.recount;

import java.time.LocalDate;

/** A placement that lasts: from the first day there to the last, whatever temporary ones interrupted it. */
record Home(LocalDate start, LocalDate end, CareEpisode last) {
    Home and(CareEpisode next) {
        return new Home(start, end.isAfter(next.end()) ? end : next.end(), next);
    }

    boolean isWithin(LocalDate first, LocalDate day) {
        return !start.isAfter(day) && !end.isBefore(first) && end.isAfter(start);
    }
}
