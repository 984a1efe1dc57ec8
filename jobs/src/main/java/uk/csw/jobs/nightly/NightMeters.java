package uk.csw.jobs.nightly;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

/**
 * Measures nights: rows read, staged and quarantined, deliveries by state, how long each step took, how old the newest
 * release is. Tags are fixed words: no authority, no file, no child.
 */
final class NightMeters {
    private static final Logger LOG = LoggerFactory.getLogger(NightMeters.class);

    private final MeterRegistry registry;
    private final DataSource database;
    private final Clock clock;

    NightMeters(MeterRegistry registry, DataSource database, Clock clock) {
        this.registry = registry;
        this.database = database;
        this.clock = clock;
        TimeGauge.builder("csw.release.age", this, TimeUnit.SECONDS, NightMeters::secondsSinceRelease)
                // Nights of one program share what was measured: the first one's gauge must outlive it.
                .strongReference(true)
                .description("Time since the figures shown were published; not a number before the first release")
                .register(registry);
    }

    /** Adds what one run did. */
    void ran(Runs.Run run) {
        registry.counter("csw.runs", "state", run.state().replace(' ', '_')).increment();
        run.steps().stream()
                .filter(step -> !step.isPartition())
                .forEach(step -> registry.timer("csw.step", "step", step.name(), "state", step.state())
                        .record(step.took().orElse(Duration.ZERO)));
        try {
            InTransaction.run(
                    database,
                    connection -> Sql.file(NightMeters.class, "night_counts.sql")
                            .with("night", run.night())
                            .list(connection, row -> {
                                registry.counter(row.getString("meter"), "state", row.getString("state"))
                                        .increment(row.getDouble("amount"));
                                return row;
                            }));
        } catch (SQLException e) {
            LOG.warn("The night's rows and deliveries are not in the metrics", e);
        }
    }

    private double secondsSinceRelease() {
        try {
            return InTransaction.run(
                    database,
                    connection -> Sql.file(NightMeters.class, "newest_release.sql")
                            .first(connection, row -> row.getObject(1, OffsetDateTime.class))
                            .map(published -> (double) Duration.between(published.toInstant(), clock.instant())
                                    .toSeconds())
                            .orElse(Double.NaN));
        } catch (SQLException e) {
            LOG.warn("The age of the newest release is not known", e);
            return Double.NaN;
        }
    }
}
