package uk.csw.pipeline.generate;

/**
 * How an authority writes things down. Shares are of events, in [0, 1]; whatever is late or wrong is put right by the
 * March return of its financial year, as authorities do before they submit.
 *
 * @param late appears one to three months after it happened
 * @param corrected is first written with a wrong date or code, put right one to three months later
 * @param withdrawn is an error altogether and vanishes one to three months later
 */
public record RecordingHabits(double late, double corrected, double withdrawn) {
    /** Believable recording. */
    public static RecordingHabits usual() {
        return new RecordingHabits(0.06, 0.015, 0.004);
    }

    /** Everything is written down at once, rightly and for good. */
    public static RecordingHabits perfect() {
        return new RecordingHabits(0, 0, 0);
    }
}
