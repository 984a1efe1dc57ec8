package uk.csw.pipeline.quality;

/** What became of a row. */
enum RowOutcome {
    /** It stands in staging. */
    STAGED,
    /** It goes to quarantine, whole. */
    QUARANTINED,
    /** It holds nothing: every cell is empty. */
    EMPTY,
    /** It is the heading row again. */
    HEADER,
    /** It is a blank line. */
    BLANK_LINE
}
