package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From starting to be looked after to ceasing, as a row of changes. What is known in a month is always a beginning of
 * that row, so the chain of episodes (X1 on the day the next begins) is never broken.
 */
record PeriodOfCare(
        Stay stay,
        String need,
        String firstNeed,
        YearMonth needCorrectedIn,
        String homePostcode,
        List<Change> changes,
        Ending ending) {

    /** The episodes as the delivery of {@code month} shows them, by start; none while the period is not yet known. */
    List<Episode> knownIn(YearMonth month) {
        List<Change> known = known(month);
        List<Episode> episodes = new ArrayList<>(known.size());
        boolean hasEnded = ending.recording().holdsIn(month);
        for (int i = 0; i < known.size(); i++) {
            String newReason = i == 0
                    ? "S"
                    : known.get(i).to().reasonAfter(known.get(i - 1).to());
            if (i + 1 < known.size()) {
                Change next = known.get(i + 1);
                episodes.add(episode(month, known.get(i), newReason, date(next, month), "X1", why(known.get(i), next)));
            } else if (hasEnded) {
                LocalDate end = ending.recording().dateIn(month, ending.date());
                episodes.add(episode(month, known.get(i), newReason, end, ending.reasonIn(month), ""));
            } else {
                episodes.add(episode(month, known.get(i), newReason, LocalDate.MAX, "", ""));
            }
        }
        return episodes;
    }

    private List<Change> known(YearMonth month) {
        List<Change> known = new ArrayList<>(changes.size());
        for (Change change : changes) {
            boolean isNews = known.isEmpty()
                    || !change.to()
                            .reasonAfter(known.get(known.size() - 1).to())
                            .isEmpty();
            if (isNews && change.recording().holdsIn(month)) {
                known.add(change);
            }
        }
        return known;
    }

    private Episode episode(
            YearMonth month, Change change, String newReason, LocalDate end, String endReason, String placeReason) {
        Placement placement = change.to().placement();
        return new Episode(
                date(change, month),
                newReason,
                change.to().legalStatus(),
                month.isBefore(needCorrectedIn) ? firstNeed : need,
                placement.type(),
                placement.provider(),
                end.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(end),
                endReason,
                placeReason,
                homePostcode,
                placement.postcode(),
                placement.urn());
    }

    /** The reason for a change of placement; none is given for temporary placements and legal changes (rule 226). */
    private static String why(Change change, Change next) {
        boolean isTemporary =
                change.to().placement().isTemporary() || next.to().placement().isTemporary();
        boolean isLegalOnly = next.to().placement().equals(change.to().placement());
        return isTemporary || isLegalOnly ? "" : next.reason();
    }

    private static LocalDate date(Change change, YearMonth month) {
        return change.recording().dateIn(month, change.date());
    }
}
