package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of the episodes table as an authority knows it: an unbroken spell of legal status, placement and carer. Codes
 * are those of the SSDA903 guide; a blank is an empty text, an open episode has no end.
 */
public record Episode(
        LocalDate start,
        String newEpisodeReason,
        String legalStatus,
        String need,
        String placementType,
        String placementProvider,
        Optional<LocalDate> end,
        String endReason,
        String placeChangeReason,
        String homePostcode,
        String placementPostcode,
        String urn) {

    /** Whether the episode is open at the end of {@code day}; one that ends that day is not. */
    public boolean isOpenOn(LocalDate day) {
        return !start.isAfter(day) && end.map(date -> date.isAfter(day)).orElse(true);
    }

    /** Whether the child is looked after; the short-break series V3 and V4 is not counted. */
    public boolean counts() {
        return !legalStatus.equals("V3") && !legalStatus.equals("V4");
    }

    /** Whether a period of care starts with this episode. */
    public boolean startsCare() {
        return newEpisodeReason.equals("S");
    }

    /** Whether a period of care ends with this episode. */
    public boolean endsCare() {
        return end.isPresent() && !endReason.equals("X1");
    }
}
