package uk.csw.pipeline.quality;

import uk.csw.pipeline.delivery.Rule;
import uk.csw.pipeline.delivery.Severity;

/**
 * What can be wrong with a row or a cell. Faults of cells come in two: a warning where the value can be left out, and
 * an error, ending in {@code _REQUIRED}, where the row means nothing without it and goes to quarantine.
 */
public enum RowRule implements Rule {
    ROW_RAGGED(
            Severity.ERROR,
            "More or fewer cells than headings",
            "Correct the row; a comma may be missing or not quoted"),
    ROW_IS_TOTAL(Severity.ERROR, "A total, not a child", "Remove total and footer rows from the export"),
    ROW_IS_HEADER(Severity.NOTE, "The heading row again", "Nothing to do: it is not counted as a row"),
    ROW_EMPTY(Severity.NOTE, "Rows of empty cells", "Nothing to do: they are not counted as rows"),
    BLANK_REQUIRED(Severity.ERROR, "A required cell is blank", "Fill it in at the source, or in the quarantined row"),

    DATE_UNREADABLE(Severity.WARNING, "Not a date; left out", "Write dates as dd/mm/yyyy"),
    DATE_UNREADABLE_REQUIRED(Severity.ERROR, "Not a date", "Write dates as dd/mm/yyyy"),
    DATE_IMPOSSIBLE(Severity.WARNING, "No such day; left out", "Correct the date at the source"),
    DATE_IMPOSSIBLE_REQUIRED(Severity.ERROR, "No such day", "Correct the date at the source"),
    DATE_EXCEL_NUMBER(
            Severity.WARNING, "A date turned into a number; left out", "Format the column as a date before saving"),
    DATE_EXCEL_NUMBER_REQUIRED(
            Severity.ERROR, "A date turned into a number", "Format the column as a date before saving"),
    DATE_PLACEHOLDER(
            Severity.WARNING, "A date that stands for 'unknown'; left out", "Leave the cell blank at the source"),

    CODE_UNKNOWN(
            Severity.WARNING,
            "Not a code of this column; left out",
            "Correct the code, or add it as an alias to its file in config/codes"),
    CODE_UNKNOWN_REQUIRED(
            Severity.ERROR,
            "Not a code of this column",
            "Correct the code, or add it as an alias to its file in config/codes"),
    CODE_NOT_VALID_THEN(Severity.WARNING, "A code that was not in use on that day", "Check the code and the date"),

    NUMBER_UNREADABLE(Severity.WARNING, "Not a number; left out", "Correct the number at the source"),
    NUMBER_UNREADABLE_REQUIRED(Severity.ERROR, "Not a number", "Correct the number at the source"),
    NUMBER_OUT_OF_RANGE(Severity.WARNING, "A number outside its limits; left out", "Correct the number at the source"),
    NUMBER_OUT_OF_RANGE_REQUIRED(Severity.ERROR, "A number outside its limits", "Correct the number at the source"),
    FLAG_UNREADABLE(Severity.WARNING, "Neither yes nor no; left out", "Write 1 or 0"),
    FLAG_UNREADABLE_REQUIRED(Severity.ERROR, "Neither yes nor no", "Write 1 or 0"),

    TEXT_TOO_LONG(Severity.WARNING, "Too long; left out", "Shorten it at the source"),
    TEXT_TOO_LONG_REQUIRED(Severity.ERROR, "Too long", "Shorten it at the source"),
    TEXT_CONTROL_CHARACTER(Severity.WARNING, "A line break or tab inside a cell; left out", "Remove it at the source"),
    TEXT_CONTROL_CHARACTER_REQUIRED(Severity.ERROR, "A line break or tab inside a cell", "Remove it at the source"),
    ID_EXCEL_NUMBER(
            Severity.WARNING,
            "An identifier with decimals, as a spreadsheet writes it; the decimals are dropped",
            "Format the column as text before saving"),
    ID_SCIENTIFIC(
            Severity.WARNING,
            "An identifier rounded by a spreadsheet; left out",
            "Format the column as text and export again: the digits are lost"),
    ID_SCIENTIFIC_REQUIRED(
            Severity.ERROR,
            "An identifier rounded by a spreadsheet",
            "Format the column as text and export again: the digits are lost"),

    UPN_UNREADABLE(
            Severity.WARNING,
            "Not a unique pupil number; left out",
            "Correct the number, or give the reason UN1 to UN5"),
    UPN_UNREADABLE_REQUIRED(
            Severity.ERROR, "Not a unique pupil number", "Correct the number, or give the reason UN1 to UN5"),
    UPN_CHECK_LETTER(
            Severity.WARNING,
            "The first letter of the UPN does not fit its digits",
            "Check the number for a typing mistake"),
    POSTCODE_UNREADABLE(Severity.WARNING, "Not a postcode; left out", "Correct the postcode at the source"),
    POSTCODE_UNREADABLE_REQUIRED(Severity.ERROR, "Not a postcode", "Correct the postcode at the source"),
    POSTCODE_PARTIAL(Severity.WARNING, "Only the sector of a postcode", "Deliver whole postcodes"),
    URN_UNREADABLE(
            Severity.WARNING,
            "Not an Ofsted number; left out",
            "Seven digits, or XXXXXXX while registration is pending"),
    URN_UNREADABLE_REQUIRED(
            Severity.ERROR, "Not an Ofsted number", "Seven digits, or XXXXXXX while registration is pending");

    private final Severity severity;
    private final String title;
    private final String advice;

    RowRule(Severity severity, String title, String advice) {
        this.severity = severity;
        this.title = title;
        this.advice = advice;
    }

    /** The same fault where the row means nothing without the value. */
    RowRule whenRequired() {
        return valueOf(name() + "_REQUIRED");
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String advice() {
        return advice;
    }
}
