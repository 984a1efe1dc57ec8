package uk.csw.pipeline.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.kpi.FactRows;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Averages and ranks of published 2025 figures among published neighbours, as worked out from the DfE's own files. */
class NeighbourOracleTest {
    private static final Map<String, String> KPIS = Map.of(
            "cla_rate_10k", "CLA_RATE",
            "cla_3plus_placements_pct", "CLA_3PLUS_PCT",
            "care_leavers_eet_19_21_pct", "CL_EET_19_21_PCT",
            "care_leavers_suitable_accom_19_21_pct", "CL_SUIT_PCT");

    @TempDir
    Path folder;

    @Test
    void mean_median_and_rank_are_those_of_the_published_figures() throws SQLException, IOException {
        Path oracle = Shared.required("oracle/comparators.csv");
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            new FactRows(connection).reference();
            connection.setAutoCommit(false);
            for (String method : new String[] {"mean", "median"}) {
                KpiCatalogue catalogue = catalogue(method);
                int checked = 0;
                for (CSVRecord row : rows(oracle)) {
                    if (KPIS.containsKey(row.get("measure"))) {
                        check(connection, catalogue, row, method);
                        connection.rollback();
                        checked++;
                    }
                }
                assertThat(checked).isEqualTo(24);
            }
        }
    }

    private static void check(Connection connection, KpiCatalogue catalogue, CSVRecord row, String method)
            throws SQLException {
        int own = Integer.parseInt(row.get("la_code"));
        int[] neighbours = Stream.of(row.get("neighbours").split(";"))
                .mapToInt(Integer::parseInt)
                .toArray();
        String[] values = row.get("neighbour_values").split(";", -1);
        new FactRows(connection).neighbours(row.get("sn_model"), own, neighbours);
        figure(connection, row, own, row.get("la_value"));
        for (int i = 0; i < neighbours.length; i++) {
            figure(connection, row, neighbours[i], values[i]);
        }

        Compare.run(connection, catalogue);

        BigDecimal expected = new BigDecimal(row.get("sn_" + method));
        String rank = row.get("rank_among_neighbours");
        assertThat(Sql.of("""
                        select comparator_value, members_used, coalesce(rank || ' of ' || rank_of, 'none')
                        from kpi.candidate_comparison
                        where comparator = 'statistical_neighbours' and authority_key = :own
                        """)
                        .with("own", own)
                        .list(
                                connection,
                                found -> found.getBigDecimal(1).setScale(expected.scale(), RoundingMode.HALF_UP) + ", "
                                        + found.getInt(2) + ", " + found.getString(3)))
                .as(row.get("authority") + " " + row.get("measure") + " " + row.get("sn_model"))
                .containsExactly(expected + ", " + row.get("sn_n_used") + ", "
                        + (rank.isEmpty() ? "none" : rank + " of " + row.get("rank_group_size")));
    }

    private static void figure(Connection connection, CSVRecord row, int authority, String value) throws SQLException {
        if (!value.matches("[0-9.]+")) {
            return;
        }
        Sql.of("insert into kpi.candidate_authority values (:authority, true)")
                .with("authority", authority)
                .execute(connection);
        Sql.of("""
                        insert into kpi.candidate_value
                        values (:kpi, :authority, 202503, 'annual', 1, 1000, :value, 'measured', null, null, false, 'v1')
                        """)
                .with("kpi", KPIS.get(row.get("measure")))
                .with("authority", authority)
                .with("value", new BigDecimal(value))
                .execute(connection);
    }

    private KpiCatalogue catalogue(String method) throws IOException {
        Path config = folder.resolve(method);
        for (String part : new String[] {"schema", "kpis"}) {
            Files.createDirectories(config.resolve(part));
            try (Stream<Path> files = Files.list(Shared.config().resolve(part))) {
                for (Path file : files.toList()) {
                    String text = Files.readString(file).replace("method: mean", "method: " + method);
                    Files.writeString(config.resolve(part).resolve(file.getFileName()), text);
                }
            }
        }
        return KpiCatalogue.load(config);
    }

    private static Iterable<CSVRecord> rows(Path oracle) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(oracle)) {
            return format.parse(reader).getRecords();
        }
    }
}
