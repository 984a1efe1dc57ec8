package uk.csw.pipeline.quality;

import java.util.List;
import uk.csw.pipeline.delivery.Rule;
import uk.csw.pipeline.delivery.Severity;
import uk.csw.pipeline.sqlcondition.CheckedSql;

/**
 * A rule over one row of a staging table, from a file in {@code config/checks/}. The row is loaded whatever it says.
 *
 * @param code its name; with the number of the official rule where there is one
 * @param severity warning or note
 * @param title what is wrong, in plain English
 * @param why why it matters
 * @param advice what to do about it
 * @param entity the staging table
 * @param column the column that a finding names
 * @param failsWhen true for a row that fails
 * @param countsUnreadableAsBlank a cell that could not be read counts as blank, not as filled in
 * @param expected what the row should say instead
 * @param examples rows that fail and rows that do not
 */
public record Check(
        String code,
        Severity severity,
        String title,
        String why,
        String advice,
        String entity,
        String column,
        CheckedSql failsWhen,
        boolean countsUnreadableAsBlank,
        String expected,
        List<CheckExample> examples)
        implements Rule {
    public Check {
        examples = List.copyOf(examples);
    }
}
