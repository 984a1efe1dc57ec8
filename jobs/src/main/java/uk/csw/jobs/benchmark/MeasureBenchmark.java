package uk.csw.jobs.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import uk.csw.jobs.nightly.Nightly;
import uk.csw.pipeline.compare.Compare;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

/**
 * Measures and compares every KPI for many authorities, beside one sequential scan of the facts they are counted from.
 * The returns of one authority are loaded, and its facts then copied to the others: what is counted does not matter here,
 * only how much of it there is.
 */
public final class MeasureBenchmark {
    private final DataSource database;
    private final Nightly nightly;
    private final KpiCatalogue catalogue;

    /** Works in {@code database}, which is empty, through {@code nightly}, which was opened on it. */
    public MeasureBenchmark(DataSource database, Nightly nightly, KpiCatalogue catalogue) {
        this.database = database;
        this.nightly = nightly;
        this.catalogue = catalogue;
    }

    /**
     * Loads {@code inbox}, the returns of authority {@code first}, and measures it and {@code others}.
     *
     * @param first key of the authority whose returns they are
     * @param others keys of the authorities that are given the same facts
     */
    public Measured measure(Path inbox, int first, List<Integer> others) throws SQLException {
        NightBenchmark.completed(nightly.run(inbox));
        List<String> facts = InTransaction.run(database, connection -> {
            List<String> copied = Sql.file(MeasureBenchmark.class, "copy_facts.sql")
                    .with("first", first)
                    .list(connection, row -> row.getString(1));
            for (String copy : copied) {
                Sql.of(copy).with("others", others).execute(connection);
            }
            return Sql.file(MeasureBenchmark.class, "facts.sql").list(connection, row -> row.getString(1));
        });
        try (Connection connection = database.getConnection()) {
            Sql.of("vacuum analyze").execute(connection);
            Sql.of("checkpoint").execute(connection);
            scan(connection, facts);
            long from = System.nanoTime();
            long rows = scan(connection, facts);
            double scanSeconds = NightBenchmark.seconds(from);

            connection.setAutoCommit(false);
            List<Integer> measured =
                    Sql.of("select distinct authority_key from core.coverage").list(connection, row -> row.getInt(1));
            from = System.nanoTime();
            long figures = Measure.run(connection, catalogue, measured);
            connection.commit();
            double measureSeconds = NightBenchmark.seconds(from);
            from = System.nanoTime();
            long comparisons = Compare.run(connection, catalogue);
            connection.commit();
            return new Measured(rows, figures, comparisons, scanSeconds, measureSeconds, NightBenchmark.seconds(from));
        }
    }

    /** Reads every row of every fact on one processor; returns how many there are. */
    private static long scan(Connection connection, List<String> facts) throws SQLException {
        Sql.of("set max_parallel_workers_per_gather = 0").execute(connection);
        long rows = 0;
        for (String fact : facts) {
            rows += Sql.of("select count(authority_key) from " + fact)
                    .first(connection, row -> row.getLong(1))
                    .orElseThrow();
        }
        Sql.of("reset max_parallel_workers_per_gather").execute(connection);
        return rows;
    }

    /**
     * What was measured.
     *
     * @param rows of all facts
     * @param figures how many figures they give
     * @param comparisons how many comparisons of those figures
     * @param scanSeconds one sequential scan of the facts on one processor, the second of two
     */
    public record Measured(
            long rows,
            long figures,
            long comparisons,
            double scanSeconds,
            double measureSeconds,
            double compareSeconds) {}
}
