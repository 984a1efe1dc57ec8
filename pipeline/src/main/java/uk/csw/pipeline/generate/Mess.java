package uk.csw.pipeline.generate;

/** The ways in which real returns are untidy, each with what a reader must do about it. */
public enum Mess {
    /** A date that is part of what tells rows apart cannot be read. */
    UNREADABLE_KEY_DATE(Reach.ROW, Effect.QUARANTINED),
    /** Another date cannot be read. */
    UNREADABLE_DATE(Reach.ROW, Effect.WARNED),
    /** A cell without which the row means nothing is blank. */
    BLANK_REQUIRED(Reach.ROW, Effect.QUARANTINED),
    /** A code without which the row means nothing is none of its set. */
    UNKNOWN_REQUIRED_CODE(Reach.ROW, Effect.QUARANTINED),
    /** Another code is none of its set. */
    UNKNOWN_CODE(Reach.ROW, Effect.WARNED),
    /** One cell more or less than the header has. */
    RAGGED_ROW(Reach.ROW, Effect.QUARANTINED),
    /** The row stands there twice. */
    DUPLICATE_ROW(Reach.ROW, Effect.WARNED),
    /** A pupil number whose check letter is wrong. */
    BAD_UPN(Reach.ROW, Effect.WARNED),
    /** An impossible date: what the row tells of ended before it began. */
    END_BEFORE_START(Reach.ROW, Effect.WARNED),

    /** One date column is written as other returns have it: yyyy-mm-dd instead of dd/mm/yyyy, or the reverse. */
    OTHER_DATES(Reach.FILE, Effect.TOLERATED),
    /** One date column is written dd/mm/yy. */
    TWO_DIGIT_YEARS(Reach.FILE, Effect.TOLERATED),
    /** All codes are in lower case. */
    LOWER_CASE_CODES(Reach.FILE, Effect.TOLERATED),
    /** Ids went through a spreadsheet and came back as {@code 123.0}. */
    FLOAT_IDS(Reach.FILE, Effect.WARNED),
    /** The blanks of one column are a word such as NULL. */
    NULL_TEXTS(Reach.FILE, Effect.TOLERATED),
    /** Rows of nothing but separators at the end. */
    TRAILING_BLANK_ROWS(Reach.FILE, Effect.TOLERATED),

    /** A byte order mark, and line ends of Windows. */
    BOM_AND_CRLF(Reach.HABIT, Effect.TOLERATED),
    /** A first column without a name that numbers the rows. */
    UNNAMED_COLUMN(Reach.HABIT, Effect.TOLERATED),
    /** The columns stand in another order. */
    REORDERED_COLUMNS(Reach.HABIT, Effect.TOLERATED),
    /** The file has another name than usual. */
    OTHER_FILE_NAME(Reach.HABIT, Effect.TOLERATED);

    private final Reach reach;
    private final Effect effect;

    Mess(Reach reach, Effect effect) {
        this.reach = reach;
        this.effect = effect;
    }

    public Reach reach() {
        return reach;
    }

    public Effect effect() {
        return effect;
    }

    /** What a share is a share of. */
    public enum Reach {
        /** Rows; a row is spoilt in the same way in every month of its financial year. */
        ROW,
        /** Files of one delivery. */
        FILE,
        /** Tables of an authority, in all its deliveries alike. */
        HABIT
    }

    /** What becomes of a row. */
    public enum Effect {
        QUARANTINED,
        WARNED,
        TOLERATED
    }
}
