package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** Our checks against what a public validator found in whole returns. */
class ValidatorRunsTest {
    /** Where we judge otherwise, which way, and why. */
    private enum Otherwise {
        /** Some of theirs. */
        FEWER,
        /** Some of theirs, and others. */
        OTHERS
    }

    /** They leave out episodes without an end. */
    private static final List<String> OPEN_EPISODES = List.of(
            "SSDA903_370", "SSDA903_371", "SSDA903_372", "SSDA903_373", "SSDA903_374", "SSDA903_375", "SSDA903_379");

    private static final Map<String, Otherwise> OTHERWISE = Map.of(
            // the child's last episode says whether care ended; they look at the last of those that end it
            "SSDA903_117", Otherwise.FEWER,
            // A3 and A5 are placements with the foster carer; they look at A3 and A4
            "SSDA903_336", Otherwise.OTHERS,
            // an accommodation that cannot be read has a finding of its own
            "SSDA903_344", Otherwise.FEWER,
            // a reason without an end says nothing of an age; they judge it whatever the age
            "SSDA903_389", Otherwise.FEWER,
            // they take periods of care across children
            "SSDA903_577", Otherwise.FEWER,
            "SSDA903_578", Otherwise.OTHERS,
            // of several episodes that last year's return left open, the one that began last; they take the last line
            "SSDA903_502", Otherwise.FEWER,
            // who came back after care had ended was missing when it did
            "SSDA903_580", Otherwise.OTHERS,
            // the rule says 1 April 2016; they take the first day of the year
            "SSDA903_634", Otherwise.FEWER);

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
    private final Checks checks = Checks.load(Shared.config());

    @TempDir
    Path folder;

    @Test
    void whole_returns_are_judged_alike() throws IOException, SQLException {
        Path large = Shared.required("samples/ssda903-return");
        Path yearly = Shared.required("samples/ssda903-yearly");
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        for (String table : RETURNED) {
            put(warehouse, "331", "2018-03", table, large.resolve(table + ".csv"));
            put(warehouse, "330", "2018-03", table, yearly.resolve("2017-" + table + ".csv"));
            put(warehouse, "330", "2019-03", table, yearly.resolve("2018-" + table + ".csv"));
        }
        warehouse.load();
        List<Long> deliveries = warehouse.rows("select delivery_id from ops.delivery").stream()
                .map(Long::valueOf)
                .toList();
        InTransaction.run(warehouse.database(), connection -> checks.run(connection, deliveries));

        assertThat(differences(warehouse, "331-201803", "fake903_lac2022_23_cy2018.csv"))
                .isEmpty();
        assertThat(differences(warehouse, "330-201903", "csdemand_2018_with_prev_lac2022_23.csv"))
                .isEmpty();
    }

    private static void put(Warehouse warehouse, String authority, String period, String table, Path file)
            throws IOException {
        if (Files.exists(file)) {
            warehouse.inbox().put(authority, period, table + ".csv", Files.readAllBytes(file));
        }
    }

    /** What we found and a public validator did not, or the other way round, but for what we mean to. */
    private Set<String> differences(Warehouse warehouse, String delivered, String run) throws IOException {
        Set<String> ours = new TreeSet<>(warehouse.rows("""
                select finding.rule_code || ' line ' || finding.line
                from quarantine.finding
                inner join ops.delivery using (delivery_id)
                where
                    finding.rule_code like 'SSDA903%%'
                    -- asked for since 2023/24
                    and finding.rule_code not like 'SSDA903_SW%%'
                    and delivery.authority_code || '-' || delivery.period_key = '%s'
                """.formatted(delivered)));
        Set<String> theirs = validated(run);
        Set<String> open = new TreeSet<>(warehouse.rows("""
                select episode.line
                from staging.care_episode as episode
                inner join ops.delivery_file using (file_id)
                inner join ops.delivery using (delivery_id)
                where
                    episode.end_date is null
                    and delivery.authority_code || '-' || delivery.period_key = '%s'
                """.formatted(delivered)));
        Set<String> differences = new TreeSet<>();
        for (String line : theirs) {
            if (!ours.contains(line) && !OTHERWISE.containsKey(code(line))) {
                differences.add("missing " + line);
            }
        }
        for (String line : ours) {
            boolean isOpen =
                    OPEN_EPISODES.contains(code(line)) && open.contains(line.substring(line.lastIndexOf(' ') + 1));
            if (!theirs.contains(line) && OTHERWISE.get(code(line)) != Otherwise.OTHERS && !isOpen) {
                differences.add("more " + line);
            }
        }
        return differences;
    }

    private static String code(String line) {
        return line.substring(0, line.indexOf(' '));
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
                String layout = PublishedTables.LOOKED_AFTER.get(row.get("table"));
                if (layout != null && layouts.layout(layout).entity().equals(entities.get(code))) {
                    lines.add(code + " line " + row.get("csv_line"));
                }
            }
        }
        assertThat(lines).isNotEmpty();
        return lines;
    }
}
