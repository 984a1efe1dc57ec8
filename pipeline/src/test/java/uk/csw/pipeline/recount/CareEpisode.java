package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One unbroken spell of a legal status and a placement.
 *
 * @param end far away while it is open
 * @param reason why it ended; blank while it is open or when nobody knows
 * @param isPresumed whether it gives no end and returns no longer mention it
 */
record CareEpisode(
        String child, LocalDate start, LocalDate end, String reason, boolean isPresumed, ReturnedFile.Row row) {
    static final String CONTINUES = "X1";
    /** What the sector writes for an end that is only presumed. */
    static final String PRESUMED = "E99";

    private static final Pattern ANY = Pattern.compile(".*");
    private static final Pattern REASONS = Pattern.compile("X1|E1[1-7]|E2|E3|E4[AB]|E4[13-8]|E[5-9]");
    private static final Pattern PROVIDERS = Pattern.compile("PR[0-5]");

    static CareEpisode of(StandingRows.Standing row) {
        StandingRows.Spell spell = row.until("DEC");
        String reason = spell.isPresumed() ? PRESUMED : row.row().code("REC", REASONS);
        return new CareEpisode(row.child(), row.day(), spell.end(), reason, spell.isPresumed(), row.row());
    }

    CareEpisode until(LocalDate last, String why) {
        return new CareEpisode(child, start, last.isBefore(start) ? start : last, why, isPresumed, row);
    }

    boolean isOver() {
        return end.isBefore(LocalDate.MAX);
    }

    boolean isOpenOn(LocalDate day) {
        return !start.isAfter(day) && end.isAfter(day);
    }

    /** Whether it is one of a series of short breaks, which is not counted as being looked after. */
    boolean isShortBreak() {
        return row.text("LS").matches("(?i)V[34]");
    }

    boolean isUnderPlacementOrder() {
        return row.text("LS").equalsIgnoreCase("E1");
    }

    boolean startsCare() {
        return began().equals("S");
    }

    boolean endsCare() {
        return isOver() && !reason.isEmpty() && !reason.equals(CONTINUES);
    }

    /** Why it began. */
    String began() {
        return row.code("RNE", ANY);
    }

    String place() {
        return row.code("PLACE", ANY);
    }

    String provider() {
        return row.code("PLACE_PROVIDER", PROVIDERS);
    }

    boolean isTemporary() {
        return place().startsWith("T");
    }

    boolean isFoster() {
        return place().startsWith("U");
    }

    boolean isForAdoption() {
        return place().startsWith("A");
    }

    /** What tells one home from another. */
    String home() {
        return String.join(
                "|", place(), provider(), row.text("URN"), row.text("PL_POST").replace(" ", ""));
    }
}
