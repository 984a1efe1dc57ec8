package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.ColumnType;
import uk.csw.pipeline.layout.Layout;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;
import uk.csw.pipeline.support.Warehouse;

/** Our checks against public validators: the same rows must fail the official rule of the same number. */
class ChecksOracleTest {
    private static final Map<String, String> LOOKED_AFTER = Map.of(
            "Episodes", "ssda903-episodes",
            "Header", "ssda903-header",
            "Missing", "ssda903-missing",
            "DoLo", "ssda903-dolo");
    private static final Map<String, String> CENSUS = Map.of(
            "CINdetails", "cin-details",
            "CINplanDates", "cin-plan-dates",
            "ChildProtectionPlans", "cin-child-protection-plans",
            "ChildIdentifiers", "cin-child-identifiers");

    private final Layouts layouts = Layouts.load(Shared.config());
    private final Checks checks = Checks.load(Shared.config());

    @TempDir
    Path folder;

    @Test
    void the_rows_of_every_known_case_are_judged_alike() throws IOException, SQLException {
        Set<String> judged = new TreeSet<>();
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            connection.setAutoCommit(false);
            for (JsonNode judgedCase : cases("ssda903_rule_cases.jsonl")) {
                judge(connection, "ssda903", LOOKED_AFTER, judgedCase, judged);
            }
            for (JsonNode judgedCase : cases("cin_rule_cases.jsonl")) {
                judge(connection, "cin-census", CENSUS, judgedCase, judged);
            }
        }
        assertThat(judged)
                .containsExactly(
                        "CIN_4012Q",
                        "CIN_8525Q",
                        "CIN_8535Q",
                        "CIN_8610",
                        "CIN_8620",
                        "CIN_8925",
                        "CIN_8930",
                        "SSDA903_148",
                        "SSDA903_301",
                        "SSDA903_353",
                        "SSDA903_355",
                        "SSDA903_356",
                        "SSDA903_385",
                        "SSDA903_565",
                        "SSDA903_570",
                        "SSDA903_586",
                        "SSDA903_704");
    }

    @Test
    void whole_returns_are_judged_alike() throws IOException {
        Path large = Shared.required("samples/ssda903-return");
        Path yearly = Shared.required("samples/ssda903-yearly");
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        for (String table : List.of("header", "episodes", "missing", "reviews")) {
            warehouse.inbox().put("330", "2018-03", table + ".csv", Files.readAllBytes(large.resolve(table + ".csv")));
            warehouse
                    .inbox()
                    .put(
                            "330",
                            "2019-03",
                            table + ".csv",
                            Files.readAllBytes(yearly.resolve("2018-" + table + ".csv")));
        }
        warehouse.load();
        List<Long> deliveries = warehouse.rows("select delivery_id from ops.delivery").stream()
                .map(Long::valueOf)
                .toList();
        inTransaction(warehouse, deliveries);

        assertThat(found(warehouse, 201803)).isEqualTo(validated("fake903_lac2022_23_cy2018.csv"));
        assertThat(found(warehouse, 201903)).isEqualTo(validated("csdemand_2018_with_prev_lac2022_23.csv"));
    }

    private void inTransaction(Warehouse warehouse, List<Long> deliveries) {
        try {
            InTransaction.run(warehouse.database(), connection -> checks.run(connection, deliveries));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rule and line of everything our checks of official rules found. */
    private static Set<String> found(Warehouse warehouse, int period) {
        return new TreeSet<>(warehouse.rows("""
                select finding.rule_code || ' line ' || finding.line
                from quarantine.finding
                inner join ops.delivery using (delivery_id)
                where finding.rule_code like 'SSDA903%' and delivery.period_key =\s""" + period));
    }

    /** The same of a public validator, for the rules that we have. */
    private Set<String> validated(String run) throws IOException {
        Set<String> ours = new TreeSet<>();
        checks.all().forEach(check -> ours.add(check.code()));
        Set<String> lines = new TreeSet<>();
        try (var reader = Files.newBufferedReader(Shared.required("oracle/validator_runs/" + run))) {
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                String code = "SSDA903_" + row.get("rule_code");
                if (ours.contains(code)) {
                    lines.add(code + " line " + row.get("csv_line"));
                }
            }
        }
        assertThat(lines).isNotEmpty();
        return lines;
    }

    private void judge(
            Connection connection, String source, Map<String, String> tables, JsonNode judgedCase, Set<String> judged)
            throws SQLException {
        String code = (source.equals("ssda903") ? "SSDA903_" : "CIN_")
                + judgedCase.path("rule").asString();
        Optional<Check> check =
                checks.all().stream().filter(one -> one.code().equals(code)).findFirst();
        if (check.isEmpty()) {
            return;
        }
        YearMonth period = period(judgedCase);
        CheckedRows rows = new CheckedRows(connection);
        Set<Long> expected = new TreeSet<>();
        List<Long> deliveries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : judgedCase.path("input").properties()) {
            if (tables.containsKey(table.getKey())) {
                Layout layout = layouts.layout(tables.get(table.getKey()));
                CheckedRows.File file = rows.file(period, source, layout.entity());
                deliveries.add(file.deliveryId());
                expected.addAll(expected(judgedCase.path("expected"), table.getKey()));
                for (JsonNode row : table.getValue()) {
                    long line = row.path("_row").asLong();
                    if (isStaged(layout, row, period)) {
                        rows.row(file, line, staged(layout, row, period));
                    } else {
                        expected.remove(line);
                    }
                }
            }
        }
        checks.run(connection, deliveries);
        List<Long> found = Sql.of("select line from quarantine.finding where rule_code = :code")
                .with("code", code)
                .list(connection, row -> row.getLong(1));
        assertThat(new TreeSet<>(found)).as(code).isEqualTo(expected);
        judged.add(code);
        connection.rollback();
    }

    /** A row without a readable value where the layout needs one goes to quarantine, whatever else is wrong with it. */
    private static boolean isStaged(Layout layout, JsonNode row, YearMonth period) {
        Map<String, String> values = staged(layout, row, period);
        return layout.columns().stream()
                .filter(column -> column.required() && column.headers().stream().anyMatch(row::has))
                .allMatch(column -> values.containsKey(column.name()));
    }

    /** The row as it would be staged; what cannot be read is blank. */
    private static Map<String, String> staged(Layout layout, JsonNode row, YearMonth period) {
        DateText dates = new DateText(period);
        Map<String, String> values = new HashMap<>();
        for (Column column : layout.columns()) {
            column.constant().ifPresent(constant -> values.put(column.name(), constant));
            for (String header : column.headers()) {
                String cell = row.path(header).asString("");
                long day = column.type() == ColumnType.DATE && !cell.isEmpty() ? dates.read(cell) : 0;
                if (!cell.isEmpty() && DateText.isDay(day)) {
                    values.put(
                            column.name(),
                            column.type() == ColumnType.DATE
                                    ? LocalDate.ofEpochDay(day).toString()
                                    : cell);
                }
            }
        }
        return values;
    }

    /** The newest month that was over when the collection ended. */
    private static YearMonth period(JsonNode judgedCase) {
        String end = judgedCase
                .path("metadata")
                .path("collection_end")
                .asString(judgedCase
                        .path("input")
                        .path("Header")
                        .path(0)
                        .path("ReferenceDate")
                        .asString("31/03/2030"));
        LocalDate day = LocalDate.ofEpochDay(new DateText(YearMonth.of(2030, 3)).read(end));
        return YearMonth.from(day.plusDays(1)).minusMonths(1);
    }

    private static Set<Long> expected(JsonNode expected, String table) {
        Set<Long> lines = new TreeSet<>();
        expected.path(table).forEach(line -> lines.add(line.asLong()));
        for (JsonNode one : expected) {
            if (one.path("table").asString("").equals(table)) {
                if (one.has("row")) {
                    lines.add(one.path("row").asLong());
                }
                one.path("issues").forEach(issue -> issue.path("ROW_ID").forEach(line -> lines.add(line.asLong())));
            }
        }
        return lines;
    }

    private static List<JsonNode> cases(String file) throws IOException {
        try (Stream<String> lines = Files.lines(Shared.required("oracle/" + file))) {
            return lines.map(JsonMapper.shared()::readTree).toList();
        }
    }
}
