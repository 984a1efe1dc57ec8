package uk.csw.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.delivery.RegisteredDelivery;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** Other teams' monthly returns, with everything that is wrong in them, from file to figure. */
class RealReturnsTest {
    private static final List<String> MONTHS =
            List.of("2019-04", "2019-05", "2019-06", "2019-07", "2019-08", "2019-09");
    private static final List<String> TABLES = List.of(
            "core.fact_care_period",
            "core.fact_placement",
            "core.fact_legal_status",
            "core.fact_care_health",
            "core.fact_care_review",
            "core.fact_missing",
            "core.fact_care_span",
            "core.fact_social_worker",
            "core.fact_adoption",
            "core.fact_care_leaver",
            "core.fact_child_month",
            "core.dim_child",
            "core.coverage",
            "kpi.candidate_value");

    @TempDir
    Path folder;

    @Test
    void the_order_in_which_months_arrive_makes_no_difference() throws SQLException, IOException {
        Path samples = Shared.required("samples/ssda903-monthly");
        List<String> backwards = new ArrayList<>(MONTHS);
        Collections.reverse(backwards);
        List<String> oneByOne = result(samples, List.of("a"), MONTHS);
        assertThat(result(samples, List.of("b"), backwards)).isEqualTo(oneByOne);
        assertThat(result(samples, List.of("c", "all at once"), MONTHS)).isEqualTo(oneByOne);
    }

    @Test
    void children_looked_after_are_those_whom_the_newest_file_shows_in_care() throws SQLException, IOException {
        Path samples = Shared.required("samples/ssda903-monthly");
        Warehouse warehouse = load(samples, folder.resolve("d"), MONTHS, true);
        long shown = lookedAfter(samples.resolve("snapshot_2019-09/episodes.csv"), LocalDate.of(2019, 9, 30));
        assertThat(warehouse.number("""
                select count(*) from core.fact_child_month where period_key = 201909 and is_looked_after""")).isEqualTo(shown);
        assertThat(warehouse.number("""
                select numerator::bigint from kpi.candidate_value
                where kpi_code = 'CLA_RATE' and basis = 'snapshot' and period_key = 201909""")).isEqualTo(shown);
    }

    private List<String> result(Path samples, List<String> how, List<String> months) throws SQLException, IOException {
        Warehouse warehouse = load(samples, folder.resolve(how.get(0)), months, how.size() > 1);
        List<String> lines = new ArrayList<>();
        for (String table : TABLES) {
            // A child's key hangs on the secret of the installation, so children are put in order by what is known of
            // them; deliveries and files are numbered as they arrive.
            String columns = String.join(
                    ", ",
                    warehouse.rows(
                            "select column_name from information_schema.columns where table_schema || '.' || table_name = '"
                                    + table + "' and column_name not in ('child_key', 'delivery_id', 'file_id')"
                                    + " order by ordinal_position"));
            lines.addAll(warehouse.rows("select (" + columns + ")::text from " + table + " order by 1"));
        }
        return lines;
    }

    private static Warehouse load(Path samples, Path inbox, List<String> months, boolean atOnce)
            throws SQLException, IOException {
        Warehouse warehouse = new Warehouse(new Inbox(Files.createDirectories(inbox)));
        warehouse.execute("truncate core.dim_authority, core.authority_change");
        ReferenceData reference = ReferenceData.load(Shared.config());
        InTransaction.run(warehouse.database(), reference::install);
        for (String month : months) {
            warehouse.inbox().copy("330", month, samples.resolve("snapshot_" + month));
            if (!atOnce) {
                conform(warehouse);
            }
        }
        if (atOnce) {
            conform(warehouse);
        }
        KpiCatalogue catalogue = KpiCatalogue.load(Shared.config());
        InTransaction.run(warehouse.database(), connection -> Measure.run(connection, catalogue, List.of(330)));
        return warehouse;
    }

    private static void conform(Warehouse warehouse) throws SQLException {
        assertThat(warehouse.load().registered())
                .extracting(RegisteredDelivery::deliveryId)
                .isNotEmpty();
        Conform conform = new Conform(warehouse.layouts());
        InTransaction.run(warehouse.database(), connection -> conform.run(connection, List.of(330)));
    }

    /** Counted from the file alone: children with an episode open on the day, short breaks left out. */
    private static long lookedAfter(Path episodes, LocalDate day) throws IOException {
        Set<String> children = new HashSet<>();
        try (Reader reader = Files.newBufferedReader(episodes)) {
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                boolean begun = !date(row.get("DECOM")).isAfter(day);
                boolean open = row.get("DEC").isEmpty() || date(row.get("DEC")).isAfter(day);
                if (begun && open && !row.get("LS").matches("V[34]")) {
                    children.add(row.get("CHILD"));
                }
            }
        }
        return children.size();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text, DateTimeFormatter.ofPattern(text.length() == 8 ? "dd/MM/yy" : "dd/MM/yyyy"));
    }
}
