package uk.csw.pipeline.delivery;

/** What can be wrong with a file, a delivery or a folder of the inbox. */
public enum FileRule implements Rule {
    AUTHORITY_UNKNOWN(
            Severity.ERROR,
            "No authority has this code",
            "Name the folder with the three-digit code of the authority that sent the files"),
    AUTHORITY_ENDED(
            Severity.ERROR,
            "The authority did not exist in this period",
            "Send the files under the authority that stood in that month"),
    PERIOD_UNREADABLE(
            Severity.ERROR, "The folder is not named after a month", "Name it with year and month, such as 2026-09"),
    PERIOD_IN_FUTURE(
            Severity.ERROR, "The period has not begun yet", "Move the files to the folder of the month they are about"),
    INBOX_STRAY(
            Severity.WARNING,
            "A file or folder that belongs to no delivery",
            "Put files under <authority code>/<yyyy-mm>/, or remove them"),
    DELIVERY_EMPTY(
            Severity.WARNING,
            "A delivery without any CSV or text file",
            "Export the tables as CSV UTF-8 into this folder"),
    FILE_CHANGING(
            Severity.WARNING,
            "The file is still being written",
            "Nothing to do: the delivery is taken on by the next run after it is complete"),
    FILE_CHANGED(
            Severity.ERROR,
            "The file was altered or removed while it was being loaded",
            "Nothing to do: what is there now is taken on as a new delivery by the next run"),
    FILE_IS_DIRECTORY(
            Severity.ERROR, "A folder with the name of a table file", "Replace it with the file, or rename the folder"),
    FILE_UNREADABLE(Severity.ERROR, "The file cannot be read", "Check its name and permissions, or copy it here again"),
    FILE_IGNORED(Severity.NOTE, "Not a CSV or text file", "Save tables as CSV UTF-8; other files need nothing"),
    FILE_NOT_LOADED(
            Severity.NOTE, "A table that holds nothing we use", "Nothing to do; it may be left out of the delivery"),
    FILE_DUPLICATE(
            Severity.WARNING, "The same file twice in one delivery", "Nothing to do: it is read once; remove the copy"),
    FILE_SAME_TABLE(
            Severity.WARNING,
            "Two files of one table in one delivery",
            "Check that both belong there: the rows of both are loaded"),
    FILE_NOT_TEXT(
            Severity.ERROR,
            "Not a text file, whatever its name says",
            "Open it with the program it belongs to and save the table as 'CSV UTF-8'; a new name is not enough"),
    FILE_NOT_UTF8(Severity.ERROR, "The text is not encoded in UTF-8", "Save as 'CSV UTF-8' and send again"),
    FILE_NUL_BYTES(
            Severity.ERROR,
            "Zero bytes in the text",
            "The file is damaged, or UTF-16: save as 'CSV UTF-8' and send again"),
    FILE_UNTERMINATED_QUOTE(
            Severity.ERROR, "A quotation mark that is never closed", "Correct the cell it opens, or double the mark"),
    FILE_RECORD_TOO_LONG(
            Severity.ERROR, "A row of more than 1 MB", "The file is damaged, or not a table: export it again"),
    FILE_WRONG_SEPARATOR(
            Severity.ERROR, "Cells are not separated by commas", "Export again with comma as the separator"),
    FILE_UNKNOWN_TABLE(
            Severity.ERROR,
            "No layout has these headings",
            "Check the heading row against the layout; remove the file if it is no table of ours"),
    FILE_HEADER_AMBIGUOUS(Severity.ERROR, "The headings fit several layouts", "Add the columns that tell them apart"),
    FILE_HEADER_TWICE(Severity.ERROR, "Two headings mean the same column", "Remove or rename one of the two columns"),
    FILE_EMPTY(
            Severity.WARNING,
            "A table without rows",
            "Nothing to do if there was nothing to report; otherwise export again"),
    FILE_TRUNCATED(
            Severity.WARNING,
            "Far fewer rows than the delivery before: held back",
            "Send the complete table, or accept it as it is with a reason"),
    COLUMN_IGNORED(Severity.NOTE, "Columns that no layout knows", "Nothing to do; they are not loaded");

    private final Severity severity;
    private final String title;
    private final String advice;

    FileRule(Severity severity, String title, String advice) {
        this.severity = severity;
        this.title = title;
        this.advice = advice;
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
