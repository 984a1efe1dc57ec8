package uk.csw.pipeline.quality;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.csw.pipeline.postgres.Sql;

/**
 * One statement for all checks of one table, so that its rows are read once. Conditions and names of columns have passed
 * the whitelist; everything else is a parameter.
 */
final class CheckStatement {
    private CheckStatement() {}

    static Sql of(String entity, List<Check> checks) {
        return Sql.file(CheckStatement.class, "check.sql")
                .filled("entity", entity)
                .filled("any_fails", checks.stream().map(CheckStatement::fails).collect(Collectors.joining(" or ")))
                .filled(
                        "results",
                        IntStream.range(0, checks.size())
                                .mapToObj(i -> result(i + 1, checks.get(i)))
                                .collect(Collectors.joining(", ")))
                .with("codes", checks.stream().map(Check::code).toList())
                .with("columns", checks.stream().map(Check::column).toList())
                .with("expected", checks.stream().map(Check::expected).toList());
    }

    private static String result(int number, Check check) {
        return "(" + number + ", " + fails(check) + ", " + found(check) + ")";
    }

    private static String fails(Check check) {
        return "(" + check.failsWhen().text() + ")";
    }

    /** What a row says in the columns that the condition looks at: {@code closure_date 2026-04-01, need blank}. */
    private static String found(Check check) {
        return check.failsWhen().columns().stream()
                .filter(column -> !column.equals(CheckColumns.SOURCE))
                .map(column -> "'" + column + " ' || coalesce(" + column + "::text, 'blank')")
                .collect(Collectors.joining(" || ', ' || "));
    }
}
