package uk.csw.pipeline.publish;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.csw.pipeline.compare.Compare;
import uk.csw.pipeline.kpi.FactRows;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.settings.Settings;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** How long the whole country takes: run with {@code -Dcsw.speed=true}. Reports, asserts nothing. */
@EnabledIfSystemProperty(named = "csw.speed", matches = "true")
class NationalSpeedTest {
    private static final Logger LOG = LoggerFactory.getLogger(NationalSpeedTest.class);
    private static final Settings.Gate BOUNDS = new Settings.Gate(BigDecimal.TEN);

    @Test
    void the_first_night_and_a_night_without_changes_of_153_authorities_over_48_months() throws SQLException {
        List<Integer> authorities = IntStream.range(300, 453).boxed().toList();
        KpiCatalogue catalogue = KpiCatalogue.load(Shared.config());
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            new FactRows(connection).reference();
            Sql.file(NationalSpeedTest.class, "national_facts.sql").execute(connection);
            Sql.of("vacuum analyze").execute(connection);
            connection.setAutoCommit(false);
            for (String night : List.of("first", "second")) {
                timed(night, "measure", () -> Measure.run(connection, catalogue, authorities));
                timed(night, "compare", () -> Compare.run(connection, catalogue));
                long release = Release.create(connection);
                timed(night, "judge", () -> Gate.judge(connection, catalogue, BOUNDS, release));
                timed(night, "publish", () -> Publish.run(connection, release, Release.TONIGHT));
                connection.commit();
            }
        }
    }

    private static void timed(String night, String step, Step work) throws SQLException {
        long start = System.nanoTime();
        Object result = work.run();
        LOG.info("{} night, {}: {} in {} ms", night, step, result, (System.nanoTime() - start) / 1_000_000);
    }

    @FunctionalInterface
    private interface Step {
        Object run() throws SQLException;
    }
}
