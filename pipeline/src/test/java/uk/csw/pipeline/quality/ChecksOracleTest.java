package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.layout.Layout;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Our checks against cases of public validators: the same rows must fail the official rule of the same number. */
class ChecksOracleTest {
    /** Where we judge otherwise, as we do it; {@code config/checks/README.md} says why. */
    private static final List<String> OTHERWISE = List.of(
            "SSDA903_102 lac2022_23 Header found [2, 4] expected [2, 3, 4]",
            "SSDA903_117 lac2022_23 PlacedAdoption found [1, 4] expected [1, 3, 4]",
            "SSDA903_134 lac2022_23 AD1 found [1] expected [1, 3]",
            "SSDA903_203 lac2022_23 Header found [1, 6, 7] expected [1, 2, 6, 7]",
            "SSDA903_551 lac2022_23 Episodes found [1, 2, 3, 4, 8, 9] expected [1, 2, 3, 4, 9]",
            "SSDA903_553 lac2022_23 Episodes found [3, 5] expected [3]",
            "SSDA903_580 lac2022_23 Missing found [0, 1, 3, 6, 7] expected []",
            "SSDA903_582 lac2022_23 AD1 found [7] expected []",
            "SSDA903_706 lac2026_27 DoLo found [] expected [2]",
            "CIN_4180 cin2022_23 ChildIdentifiers found [1, 2] expected [1, 2, 3]",
            "CIN_4180 cin2024_25 ChildIdentifiers found [1, 2] expected [1, 2, 3]",
            "CIN_8770Q cin2024_25 ChildIdentifiers found [7] expected [4, 5, 7]",
            "CIN_8897Q cin2022_23 Assessments found [0, 3] expected [0, 1, 3]",
            "CIN_8831 cin2022_23 CINdetails found [1, 2, 3] expected [0, 1, 2, 3]",
            "CIN_8935 cin2022_23 ChildProtectionPlans found [0, 1, 2, 4, 5] expected [0, 1, 4, 5]");
    /** Every rule of ours that has a case. */
    private static final String JUDGED = """
            CIN_1103 CIN_1105 CIN_1520 CIN_2889 CIN_2990 CIN_2991Q CIN_4009Q CIN_4012Q CIN_4017 CIN_4180
            CIN_4220 CIN_8510 CIN_8525Q CIN_8535Q CIN_8565 CIN_8568 CIN_8585Q CIN_8590 CIN_8610 CIN_8614
            CIN_8620 CIN_8675Q CIN_8730 CIN_8736 CIN_8740 CIN_8750 CIN_8770Q CIN_8772 CIN_8775Q CIN_8794
            CIN_8816 CIN_8820 CIN_8831 CIN_8832 CIN_8863Q CIN_8866 CIN_8896 CIN_8897Q CIN_8925 CIN_8930 CIN_8935
            CIN_8940 SSDA903_1003 SSDA903_102 SSDA903_117 SSDA903_134 SSDA903_142 SSDA903_148 SSDA903_151
            SSDA903_153 SSDA903_157 SSDA903_159 SSDA903_167 SSDA903_174 SSDA903_184 SSDA903_186 SSDA903_189
            SSDA903_190 SSDA903_191 SSDA903_197B SSDA903_198 SSDA903_202 SSDA903_203 SSDA903_204 SSDA903_222
            SSDA903_225 SSDA903_226 SSDA903_232 SSDA903_234 SSDA903_3001 SSDA903_301 SSDA903_302 SSDA903_331
            SSDA903_353 SSDA903_355 SSDA903_356 SSDA903_358 SSDA903_359 SSDA903_361 SSDA903_362 SSDA903_365
            SSDA903_366 SSDA903_367 SSDA903_371 SSDA903_372 SSDA903_375 SSDA903_376 SSDA903_377 SSDA903_378
            SSDA903_379 SSDA903_381 SSDA903_383 SSDA903_384 SSDA903_385 SSDA903_387 SSDA903_389 SSDA903_390
            SSDA903_393 SSDA903_398 SSDA903_431 SSDA903_435 SSDA903_436 SSDA903_437 SSDA903_440 SSDA903_441
            SSDA903_444 SSDA903_446 SSDA903_501 SSDA903_502 SSDA903_503B SSDA903_503F SSDA903_504 SSDA903_514
            SSDA903_517 SSDA903_518 SSDA903_519 SSDA903_520 SSDA903_521 SSDA903_525 SSDA903_526 SSDA903_527
            SSDA903_528 SSDA903_529 SSDA903_530 SSDA903_542 SSDA903_543 SSDA903_546 SSDA903_547 SSDA903_551
            SSDA903_553 SSDA903_554 SSDA903_556 SSDA903_565 SSDA903_566 SSDA903_570 SSDA903_574 SSDA903_579
            SSDA903_580 SSDA903_582 SSDA903_584 SSDA903_586 SSDA903_601 SSDA903_602 SSDA903_612 SSDA903_620
            SSDA903_624 SSDA903_626 SSDA903_628 SSDA903_634 SSDA903_635 SSDA903_704 SSDA903_706 SSDA903_INT12
            SSDA903_INT13 SSDA903_INT14 SSDA903_INT16 SSDA903_INT18 SSDA903_INT31 SSDA903_INT32 SSDA903_INT33
            SSDA903_INT35 SSDA903_INT36 SSDA903_NOE SSDA903_SW06STG2 SSDA903_SW07STG2 SSDA903_SW08STG2
            SSDA903_SW10STG2 SSDA903_SW14STG2 SSDA903_SW16BSTG2 SSDA903_SW17STG2
            """;

    /** What ends the name of a table of the return of the year before. */
    private static final String LAST_YEAR = "_last";

    private final Layouts layouts = Layouts.load(Shared.config());
    private final Checks checks = Checks.load(Shared.config());

    @Test
    void the_rows_of_every_known_case_are_judged_alike() throws IOException, SQLException {
        Set<String> judged = new TreeSet<>();
        List<String> otherwise = new ArrayList<>();
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            connection.setAutoCommit(false);
            ReferenceData.load(Shared.config()).install(connection);
            connection.commit();
            for (String source : List.of("ssda903", "cin-census")) {
                boolean isCensus = source.equals("cin-census");
                for (JsonNode judgedCase : cases(isCensus ? "cin_rule_cases.jsonl" : "ssda903_rule_cases.jsonl")) {
                    String code = (isCensus ? "CIN_" : "SSDA903_")
                            + judgedCase.path("rule").asString().toUpperCase(Locale.ROOT);
                    for (Check check : checks.all()) {
                        if (check.code().equals(code)) {
                            otherwise.addAll(differences(connection, source, judgedCase, check));
                            judged.add(code);
                        }
                    }
                }
            }
        }
        assertThat(otherwise).containsExactlyInAnyOrderElementsOf(OTHERWISE);
        assertThat(judged).containsExactlyInAnyOrder(JUDGED.strip().split("\\s+"));
    }

    private List<String> differences(Connection connection, String source, JsonNode judgedCase, Check check)
            throws SQLException {
        Map<String, String> tables = source.equals("ssda903") ? PublishedTables.LOOKED_AFTER : PublishedTables.CENSUS;
        CaseRows read = new CaseRows(layouts, judgedCase, check);
        CheckedRows rows = new CheckedRows(connection);
        List<CheckedRows.File> files = new ArrayList<>();
        List<Table> judgedTables = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : judgedCase.path("input").properties()) {
            if (!tables.containsKey(table.getKey())) {
                continue;
            }
            Layout layout = layouts.layout(tables.get(table.getKey()));
            CheckedRows.File file = files.isEmpty()
                    ? rows.file(read.period(), source, layout.entity())
                    : rows.beside(files.get(0), source, layout.entity());
            files.add(file);
            Set<Long> refused = put(rows, file, layout, table.getValue(), read, check);
            if (layout.entity().equals(check.entity())) {
                judgedTables.add(new Table(table.getKey(), file, refused));
            }
        }
        for (Map.Entry<String, JsonNode> table : judgedCase.path("input").properties()) {
            String thisYear = table.getKey().replaceFirst(LAST_YEAR + "$", "");
            if (!thisYear.equals(table.getKey()) && tables.containsKey(thisYear)) {
                if (!judgedCase.path("input").has("Episodes")) {
                    // only a return that tells of episodes has one of the year before
                    rows.beside(files.get(0), source, "care_episode");
                }
                Layout layout = layouts.layout(tables.get(thisYear));
                put(rows, rows.lastYear(files.get(0), source, layout.entity()), layout, table.getValue(), read, check);
            }
        }
        checks.run(connection, List.of(files.get(0).deliveryId()));
        List<String> differences = new ArrayList<>();
        for (Table table : judgedTables) {
            Set<Long> found = new TreeSet<>(
                    Sql.of("select line from quarantine.finding where rule_code = :code and file_id = :file")
                            .with("code", check.code())
                            .with("file", table.file().fileId())
                            .list(connection, row -> row.getLong(1)));
            List<Set<Long>> expected = expected(judgedCase.path("expected"), table.name());
            found.removeAll(table.refused());
            expected.forEach(lines -> lines.removeAll(table.refused()));
            if (!expected.contains(found)) {
                differences.add(check.code() + " " + judgedCase.path("ruleset").asString() + " " + table.name()
                        + " found " + found + " expected " + expected.get(0));
            }
        }
        connection.rollback();
        // where two tables of a return are one here, the check is about rows of one of them
        return differences.size() == judgedTables.size() ? differences : List.of();
    }

    /** Stages the rows of a table; gives those that nothing can be said of, as what they say cannot be read. */
    private static Set<Long> put(
            CheckedRows rows, CheckedRows.File file, Layout layout, JsonNode table, CaseRows read, Check check)
            throws SQLException {
        Set<Long> refused = new TreeSet<>();
        for (JsonNode row : table) {
            long line = row.path("_row").asLong();
            CaseRows.Staged staged = read.staged(layout, row);
            if (staged.isRefused()) {
                refused.add(line);
                continue;
            }
            rows.row(file, line, staged.values());
            for (String column : staged.unreadable()) {
                rows.unreadable(file, line, column);
                if (column.equals(check.column()) && !check.countsUnreadableAsBlank()) {
                    refused.add(line);
                }
            }
        }
        return refused;
    }

    private record Table(String name, CheckedRows.File file, Set<Long> refused) {}

    /** The rows that fail: all that are named, or those of any one of the lists that name rows for the same reason. */
    private static List<Set<Long>> expected(JsonNode expected, String table) {
        Set<Long> all = new TreeSet<>();
        List<Set<Long>> lists = new ArrayList<>(List.of(all));
        expected.path(table).forEach(line -> all.add(line.asLong()));
        for (JsonNode one : expected) {
            if (one.path("table").asString("").equals(table)) {
                if (one.has("row")) {
                    all.add(one.path("row").asLong());
                }
                Set<Long> lines = new TreeSet<>();
                one.path("issues").forEach(issue -> issue.path("ROW_ID").forEach(line -> lines.add(line.asLong())));
                all.addAll(lines);
                if (!one.has("row")) {
                    lists.add(lines);
                }
            }
        }
        return lists;
    }

    private static List<JsonNode> cases(String file) throws IOException {
        try (Stream<String> lines = Files.lines(Shared.required("oracle/" + file))) {
            return lines.map(JsonMapper.shared()::readTree).toList();
        }
    }
}
