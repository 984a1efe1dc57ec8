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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.layout.CodeSet;
import uk.csw.pipeline.layout.Column;
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
    private static final String OPEN_EPISODES = "they leave out episodes without an end";
    private static final Map<String, String> LOOKED_AFTER = Map.ofEntries(
            Map.entry("AD1", "ssda903-ad1"),
            Map.entry("DoLo", "ssda903-dolo"),
            Map.entry("Episodes", "ssda903-episodes"),
            Map.entry("Header", "ssda903-header"),
            Map.entry("Missing", "ssda903-missing"),
            Map.entry("OC2", "ssda903-oc2"),
            Map.entry("OC3", "ssda903-oc3"),
            Map.entry("PlacedAdoption", "ssda903-placed-adoption"),
            Map.entry("PrevPerm", "ssda903-prev-perm"),
            Map.entry("Reviews", "ssda903-reviews"),
            Map.entry("SWEpisodes", "ssda903-sw-episodes"),
            Map.entry("UASC", "ssda903-uasc"));
    private static final Map<String, String> CENSUS = Map.of(
            "Assessments", "cin-assessments",
            "CINdetails", "cin-details",
            "CINplanDates", "cin-plan-dates",
            "ChildCharacteristics", "cin-child-characteristics",
            "ChildIdentifiers", "cin-child-identifiers",
            "ChildProtectionPlans", "cin-child-protection-plans",
            "Disabilities", "cin-disabilities",
            "Reviews", "cin-reviews",
            "Section47", "cin-section47");

    /** Where we judge otherwise than the public validators, and why. */
    private static final Map<String, String> DELIBERATE = Map.ofEntries(
            Map.entry("CIN_4180", "we read Male as M"),
            Map.entry("CIN_8831", "its first row rests on an assessment without a start, which is quarantined"),
            Map.entry("CIN_8935", "a child may have one open plan; they count the open plans of each plan number"),
            Map.entry("SSDA903_102", "we read 01/01/19"),
            Map.entry("SSDA903_336", "A3 and A5 are placements with the foster carer; they look at A3 and A4"),
            Map.entry("SSDA903_344", "an accommodation that cannot be read has a finding of its own"),
            Map.entry("SSDA903_370", OPEN_EPISODES),
            Map.entry("SSDA903_371", OPEN_EPISODES),
            Map.entry("SSDA903_372", OPEN_EPISODES),
            Map.entry("SSDA903_373", OPEN_EPISODES),
            Map.entry("SSDA903_374", OPEN_EPISODES),
            Map.entry("SSDA903_375", OPEN_EPISODES),
            Map.entry("SSDA903_379", OPEN_EPISODES),
            Map.entry("SSDA903_389", "an end without a date; they judge it whatever the age"),
            Map.entry("SSDA903_582", "ours names the row of the adoption, theirs that of the episode"),
            Map.entry("SSDA903_634", "1 April 2016; they take the first day of the year"),
            Map.entry("SSDA903_577", "they take periods of care across children"),
            Map.entry("SSDA903_578", "they take periods of care across children"));

    /** Of these, the ones whose cases differ too. */
    private static final Set<String> NOT_BY_CASE =
            Set.of("CIN_4180", "CIN_8831", "CIN_8935", "SSDA903_102", "SSDA903_582");

    private static final List<String> RETURNED = List.of(
            "header",
            "episodes",
            "missing",
            "reviews",
            "ad1",
            "oc2",
            "oc3",
            "placed_for_adoption",
            "previous_permanence",
            "sw_episodes",
            "uasc");

    private final Layouts layouts = Layouts.load(Shared.config());
    private final List<String> problems = new ArrayList<>();
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
        assertThat(problems).isEmpty();
        assertThat(judged).hasSizeGreaterThan(100);
    }

    @Test
    void whole_returns_are_judged_alike() throws IOException, SQLException {
        Path large = Shared.required("samples/ssda903-return");
        Path yearly = Shared.required("samples/ssda903-yearly");
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        for (String table : RETURNED) {
            put(warehouse, "2018-03", table, large.resolve(table + ".csv"));
            put(warehouse, "2019-03", table, yearly.resolve("2018-" + table + ".csv"));
        }
        warehouse.load();
        List<Long> deliveries = warehouse.rows("select delivery_id from ops.delivery").stream()
                .map(Long::valueOf)
                .toList();
        InTransaction.run(warehouse.database(), connection -> checks.run(connection, deliveries));

        assertThat(differences(warehouse, 201803, "fake903_lac2022_23_cy2018.csv"))
                .isEmpty();
        assertThat(differences(warehouse, 201903, "csdemand_2018_with_prev_lac2022_23.csv"))
                .isEmpty();
    }

    private static void put(Warehouse warehouse, String period, String table, Path file) throws IOException {
        if (Files.exists(file)) {
            warehouse.inbox().put("330", period, table + ".csv", Files.readAllBytes(file));
        }
    }

    /** What we found and a public validator did not, or the other way round, by rule. */
    private Map<String, String> differences(Warehouse warehouse, int period, String run) throws IOException {
        Set<String> ours = new TreeSet<>(warehouse.rows("""
                select finding.rule_code || ' line ' || finding.line
                from quarantine.finding
                inner join ops.delivery using (delivery_id)
                where finding.rule_code like 'SSDA903%' and delivery.period_key =\s""" + period));
        Set<String> theirs = validated(run);
        Map<String, String> differences = new TreeMap<>();
        Set<String> missing = new TreeSet<>(theirs);
        missing.removeAll(ours);
        missing.forEach(line -> differences.merge(line.split(" ")[0], "missing " + line, (one, more) -> one + "."));
        ours.removeAll(theirs);
        ours.forEach(line -> differences.merge(line.split(" ")[0], "more " + line, (one, more) -> one + "+"));
        differences.keySet().removeAll(DELIBERATE.keySet());
        // social workers are asked for since 2023/24
        differences.keySet().removeIf(code -> code.startsWith("SSDA903_SW"));
        return differences;
    }

    /** Rule and line of everything a public validator found by the rules that we have, in the table we find it in. */
    private Set<String> validated(String run) throws IOException {
        Map<String, String> entities = checks.all().stream().collect(Collectors.toMap(Check::code, Check::entity));
        Set<String> lines = new TreeSet<>();
        try (var reader = Files.newBufferedReader(Shared.required("oracle/validator_runs/" + run))) {
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                String code = "SSDA903_" + row.get("rule_code").toUpperCase(Locale.ROOT);
                String layout = LOOKED_AFTER.get(row.get("table"));
                if (layout != null && layouts.layout(layout).entity().equals(entities.get(code))) {
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
        List<CheckedRows.File> files = new ArrayList<>();
        List<Table> judgedTables = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : judgedCase.path("input").properties()) {
            if (!tables.containsKey(table.getKey())) {
                continue;
            }
            Layout layout = layouts.layout(tables.get(table.getKey()));
            CheckedRows.File file = files.isEmpty()
                    ? rows.file(period, source, layout.entity())
                    : rows.beside(files.get(0), source, layout.entity());
            files.add(file);
            Set<Long> refused = new TreeSet<>();
            for (JsonNode row : table.getValue()) {
                long line = row.path("_row").asLong();
                Staged staged = staged(layout, row, period, check.get());
                if (!row.has("DOB")
                        && layout.columns().stream()
                                .anyMatch(column -> column.name().equals("birth_date"))) {
                    birth(judgedCase, row, period)
                            .ifPresent(born -> staged.values().put("birth_date", born));
                }
                if (staged.isRefused()) {
                    refused.add(line);
                    continue;
                }
                rows.row(file, line, staged.values());
                for (String column : staged.unreadable()) {
                    rows.unreadable(file, line, column);
                    if (column.equals(check.get().column()) && !check.get().countsUnreadableAsBlank()) {
                        refused.add(line);
                    }
                }
            }
            if (layout.entity().equals(check.get().entity())) {
                judgedTables.add(new Table(table.getKey(), file, refused));
            }
        }
        checks.run(connection, List.of(files.get(0).deliveryId()));
        List<String> differences = new ArrayList<>();
        for (Table table : judgedTables) {
            Set<Long> found = new TreeSet<>(
                    Sql.of("select line from quarantine.finding where rule_code = :code and file_id = :file")
                            .with("code", code)
                            .with("file", table.file().fileId())
                            .list(connection, row -> row.getLong(1)));
            List<Set<Long>> expected = expected(judgedCase.path("expected"), table.name());
            found.removeAll(table.refused());
            expected.forEach(lines -> lines.removeAll(table.refused()));
            if (!expected.contains(found)) {
                differences.add(table.name() + " found " + found + " expected " + expected);
            }
        }
        if (NOT_BY_CASE.contains(code)) {
            connection.rollback();
            return;
        }
        // where two tables of a return are one here, the check is about rows of one of them
        if (differences.size() == judgedTables.size()) {
            problems.add(code + " " + judgedCase.path("ruleset").asString() + ": " + differences);
        }
        judged.add(code);
        connection.rollback();
    }

    private record Table(String name, CheckedRows.File file, Set<Long> refused) {}

    /**
     * A row as it would be staged.
     *
     * @param unreadable the columns whose cells cannot be read
     * @param isRefused a cell that the layout needs cannot be read, so that the row goes to quarantine
     */
    private record Staged(Map<String, String> values, Set<String> unreadable, boolean isRefused) {}

    private Staged staged(Layout layout, JsonNode row, YearMonth period, Check check) {
        Map<String, String> values = new HashMap<>();
        Set<String> unreadable = new TreeSet<>();
        boolean isRefused = false;
        for (Column column : layout.columns()) {
            column.constant().ifPresent(constant -> values.put(column.name(), constant));
            for (String header : column.headers()) {
                String cell = row.path(header).asString("").strip();
                if (!cell.isEmpty()) {
                    Optional<String> value = read(column, cell, period, check);
                    value.ifPresent(read -> values.put(column.name(), read));
                    if (value.isEmpty()) {
                        unreadable.add(column.name());
                    }
                }
                isRefused = isRefused || column.required() && row.has(header) && !values.containsKey(column.name());
            }
        }
        String child = values.getOrDefault("child_id", "C1");
        values.put("child_key", Integer.toString(child.hashCode()));
        return new Staged(values, unreadable, isRefused);
    }

    /** Tables of a case leave out what the return says of the child in each. */
    private static Optional<String> birth(JsonNode judgedCase, JsonNode row, YearMonth period) {
        for (JsonNode child : judgedCase.path("input").path("Header")) {
            long day = new DateText(period).read(child.path("DOB").asString(""));
            if (child.path("CHILD").equals(row.path("CHILD")) && DateText.isDay(day)) {
                return Optional.of(LocalDate.ofEpochDay(day).toString());
            }
        }
        return Optional.empty();
    }

    /** The value of a cell; codes that the cases made up stay as they are. */
    private Optional<String> read(Column column, String cell, YearMonth period, Check check) {
        return switch (column.type()) {
            case DATE -> {
                long day = new DateText(period).read(cell);
                yield DateText.isDay(day)
                        ? Optional.of(LocalDate.ofEpochDay(day).toString())
                        : Optional.empty();
            }
            case FLAG ->
                switch (cell.toLowerCase(Locale.ROOT)) {
                    case "1", "true" -> Optional.of("true");
                    case "0", "false" -> Optional.of("false");
                    default -> Optional.empty();
                };
            case INTEGER -> cell.matches("\\d+") ? Optional.of(cell) : Optional.empty();
            case CODE -> {
                CodeSet codes = layouts.codesOf(column);
                int code = codes.find(cell);
                if (code == CodeSet.UNKNOWN) {
                    yield check.countsUnreadableAsBlank() ? Optional.empty() : Optional.of(cell);
                }
                yield Optional.of(codes.code(code));
            }
            default -> Optional.of(cell);
        };
    }

    /** The newest month that was over when the collection ended; the March of its rules where it does not say. */
    private static YearMonth period(JsonNode judgedCase) {
        String end = judgedCase
                .path("metadata")
                .path("collection_end")
                .asString(judgedCase
                        .path("input")
                        .path("Header")
                        .path(0)
                        .path("ReferenceDate")
                        .asString());
        String start = judgedCase.path("metadata").path("collection_start").asString();
        if (!end.isEmpty()) {
            return YearMonth.from(day(end).plusDays(1)).minusMonths(1);
        }
        if (!start.isEmpty()) {
            return YearMonth.from(day(start)).plusMonths(11);
        }
        String ruleset = judgedCase.path("ruleset").asString();
        return YearMonth.of(Integer.parseInt(ruleset.replaceAll("\\D*(\\d{4})_.*", "$1")) + 1, 3);
    }

    private static LocalDate day(String text) {
        return LocalDate.ofEpochDay(new DateText(YearMonth.of(2030, 3)).read(text));
    }

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
