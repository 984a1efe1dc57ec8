package uk.csw.pipeline.quality;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.csw.pipeline.postgres.Sql;

/**
 * One statement for all checks of one table, so that its rows are read once. Conditions and names of columns have passed
 * the whitelist; everything else is a parameter.
 */
final class CheckStatement {
    private static final Pattern IS_NULL = Pattern.compile("\\b([a-z_][a-z0-9_]*) is (not )?null\\b");
    /** What could not be read was not blank. */
    private static final String BLANK = "$2($1 is null and ('$1' = any (unreadable)) is not true)";

    private CheckStatement() {}

    static Sql of(String entity, List<Check> checks) {
        return Sql.file(CheckStatement.class, "check.sql")
                .filled("checked", checked(entity, beside(entity, checks)))
                .filled("entity", entity)
                .filled(
                        "any_fails",
                        checks.stream()
                                .map(check -> "(" + check.failsWhen().text() + ")")
                                .collect(Collectors.joining(" or ")))
                .filled(
                        "results",
                        IntStream.range(0, checks.size())
                                .mapToObj(i -> result(i + 1, checks.get(i)))
                                .collect(Collectors.joining(", ")))
                .with("codes", checks.stream().map(Check::code).toList())
                .with("columns", checks.stream().map(Check::column).toList())
                .with("expected", checks.stream().map(Check::expected).toList());
    }

    /** What the checks of a table look at beside its own rows. */
    static List<Beside> beside(String entity, List<Check> checks) {
        List<String> named = checks.stream()
                .flatMap(check -> check.failsWhen().columns().stream())
                .toList();
        List<Beside> wanted = Beside.of(entity).stream()
                .filter(beside -> beside.columns().keySet().stream().anyMatch(named::contains))
                .toList();
        return Beside.of(entity).stream()
                .filter(beside -> wanted.contains(beside) || wanted.stream().anyMatch(later -> later.needs(beside)))
                .toList();
    }

    private static String checked(String entity, List<Beside> beside) {
        String statement = "select * from landed";
        for (int i = 0; i < beside.size(); i++) {
            statement = beside.get(i).statement(entity, i == 0 ? "landed" : "(" + statement + ")");
        }
        return statement;
    }

    private static String result(int number, Check check) {
        return "(" + number + ", case when " + fails(check) + " then " + found(check) + " end)";
    }

    private static String fails(Check check) {
        String condition = check.failsWhen().text();
        return "("
                + (check.countsUnreadableAsBlank()
                        ? condition
                        : IS_NULL.matcher(condition).replaceAll(BLANK)) + ")";
    }

    /** What a row says in the columns that the condition looks at: {@code closure_date 2026-04-01, need blank}. */
    private static String found(Check check) {
        return check.failsWhen().columns().stream()
                .filter(column -> !column.equals(CheckColumns.SOURCE))
                .map(column -> "'" + column + " ' || coalesce(" + column + "::text, case when '" + column
                        + "' = any (unreadable) then 'unreadable' else 'blank' end)")
                .collect(Collectors.joining(" || ', ' || ", "'' || ", ""));
    }
}
