package uk.csw.pipeline.quality;

import uk.csw.pipeline.delivery.Severity;
import uk.csw.pipeline.postgres.BinaryCopy;

/** The row being judged: where it is written, what was found on it so far, and its dates. One object for all rows. */
final class RowInProgress {
    /** There is no date in that column. */
    static final long NO_DATE = Long.MIN_VALUE;

    private final PartFile file;
    private final BinaryCopy target;
    private final Findings findings;
    private final long[] dates;
    private long line;
    private boolean rejected;

    RowInProgress(PartFile file, BinaryCopy target, Findings findings, int columns) {
        this.file = file;
        this.target = target;
        this.findings = findings;
        this.dates = new long[columns];
    }

    void start(long rowLine) {
        line = rowLine;
        rejected = false;
    }

    BinaryCopy target() {
        return target;
    }

    long line() {
        return line;
    }

    boolean isRejected() {
        return rejected;
    }

    /** Keeps a finding on this row; an error rejects the row. */
    void find(RowRule rule, String column, String found, String expected) {
        rejected |= rule.severity() == Severity.ERROR;
        findings.add(file, line, rule, column, found, expected);
    }

    void setDate(int slot, long epochDay) {
        dates[slot] = epochDay;
    }

    /** The date read in that column of this row, or {@link #NO_DATE}. */
    long date(int slot) {
        return dates[slot];
    }
}
