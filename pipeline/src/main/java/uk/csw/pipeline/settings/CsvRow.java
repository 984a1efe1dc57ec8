package uk.csw.pipeline.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One row of a CSV file of the configuration. A cell that is not what it should be is added to the problems, and a
 * harmless stand-in is returned, so that reading goes on and everything is reported together.
 */
public final class CsvRow {
    private final String file;
    private final int line;
    private final List<String> columns;
    private final List<String> cells;
    private final List<Problem> problems;

    CsvRow(String file, int line, List<String> columns, List<String> cells, List<Problem> problems) {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.cells = cells;
        this.problems = problems;
    }

    public int line() {
        return line;
    }

    /** The cell, empty when blank. */
    public Optional<String> optional(String column) {
        String cell = cells.get(columns.indexOf(column));
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /** The cell; a problem when blank. */
    public String text(String column) {
        return optional(column).orElseGet(() -> {
            problem("nothing in " + column, "a value", "fill it in");
            return "";
        });
    }

    /** The cell; a problem when it does not look like {@code shape}, described by {@code expected}. */
    public String text(String column, Pattern shape, String expected) {
        String text = text(column);
        if (!text.isEmpty() && !shape.matcher(text).matches()) {
            problem("'" + text + "' in " + column, expected, "correct it");
        }
        return text;
    }

    /** The cell as a whole number; a problem when it is none, or outside the limits. */
    public int integer(String column, int minimum, int maximum) {
        String text = text(column);
        try {
            int number = text.isEmpty() ? minimum : Integer.parseInt(text);
            if (number >= minimum && number <= maximum) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers that are too small or too large
        }
        problem("'" + text + "' in " + column, "a whole number from " + minimum + " to " + maximum, "correct it");
        return minimum;
    }

    /** The cell as a date, written yyyy-mm-dd; a problem when blank or no date. */
    public LocalDate date(String column) {
        return text(column).isEmpty() ? LocalDate.EPOCH : date(column, LocalDate.EPOCH);
    }

    /** The cell as a date, written yyyy-mm-dd; {@code blank} when blank. */
    public LocalDate date(String column, LocalDate blank) {
        String text = optional(column).orElse("");
        try {
            return text.isEmpty() ? blank : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problem("'" + text + "' in " + column, "a date like 2026-04-01", "correct it");
            return blank;
        }
    }

    /** Adds a problem at this row. */
    public void problem(String found, String expected, String advice) {
        problems.add(new Problem(file, line, found, expected, advice));
    }
}
