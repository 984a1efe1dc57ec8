package uk.csw.jobs.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import uk.csw.pipeline.delivery.DeliveryRegister;
import uk.csw.pipeline.delivery.RegisterOptions;
import uk.csw.pipeline.delivery.RegisteredDelivery;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.quality.Landing;
import uk.csw.pipeline.quality.LandingGroup;
import uk.csw.pipeline.quality.LandingProgress;
import uk.csw.pipeline.settings.Settings;

/** Lands an inbox, and lets the server COPY the same files, one after the other on the same server. */
public final class LandingBenchmark {
    private final DataSource database;
    private final Settings settings;
    private final Layouts layouts;
    private final Clock clock;

    /** Works in {@code database}, whose deliveries, staging and quarantine it empties. */
    public LandingBenchmark(DataSource database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.layouts = Layouts.load(settings.configDir());
        this.clock = clock;
    }

    /** Measures one inbox once. */
    public Measured measure(Path inbox) throws SQLException, IOException {
        List<Path> files = BenchmarkFiles.files(inbox);
        empty();
        double copySeconds;
        ProcessorTime copyTime;
        long rows;
        try (Connection connection = database.getConnection()) {
            BareCopy copy = new BareCopy(connection, layouts);
            copy.prepare(files);
            ProcessorTime start = ProcessorTime.now(database);
            long from = System.nanoTime();
            rows = copy.load(files);
            copySeconds = seconds(from);
            copyTime = ProcessorTime.now(database).since(start);
            Sql.of("drop schema bare cascade").execute(connection);
        }
        checkpoint();
        long from = System.nanoTime();
        List<Long> deliveries = register(inbox);
        double registerSeconds = seconds(from);

        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Landing landing = new Landing(layouts, inbox, clock);
        ProcessorTime start = ProcessorTime.now(database);
        from = System.nanoTime();
        long landed = land(landing, deliveries);
        double landSeconds = seconds(from);
        ProcessorTime landTime = ProcessorTime.now(database).since(start);
        long peak = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();

        from = System.nanoTime();
        InTransaction.run(database, connection -> {
            landing.prove(connection, deliveries);
            return landed;
        });
        return new Measured(
                files.size(),
                rows,
                landed,
                copySeconds,
                registerSeconds,
                landSeconds,
                seconds(from),
                peak >> 20,
                copyTime.total(),
                landTime.program(),
                landTime.server());
    }

    private List<Long> register(Path inbox) throws SQLException {
        RegisterOptions options = new RegisterOptions(
                settings.landing().partBytes(), settings.landing().workers(), Duration.ZERO, time -> {});
        return new DeliveryRegister(layouts, clock, options)
                .register(database, inbox).registered().stream()
                        .map(RegisteredDelivery::deliveryId)
                        .toList();
    }

    private long land(Landing landing, List<Long> deliveries) throws SQLException {
        int workers = settings.landing().workers();
        List<LandingGroup> groups =
                InTransaction.run(database, connection -> landing.plan(connection, deliveries, workers));
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Long>> rows = new ArrayList<>();
            for (LandingGroup group : groups) {
                rows.add(pool.submit(() -> landing.land(database, group, LandingProgress.none())));
            }
            long all = 0;
            for (Future<Long> one : rows) {
                all += one.get();
            }
            return all;
        } catch (ExecutionException failure) {
            throw new SQLException("Landing failed: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while landing", interrupted);
        } finally {
            pool.shutdownNow();
        }
    }

    private void empty() throws SQLException {
        InTransaction.run(database, connection -> {
            String tables = Sql.file(LandingBenchmark.class, "landed_tables.sql")
                    .first(connection, row -> row.getString(1))
                    .orElseThrow();
            return Sql.of("truncate " + tables + " cascade").execute(connection);
        });
        checkpoint();
    }

    /** So that nobody pays for what another wrote. */
    private void checkpoint() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.of("checkpoint").execute(connection);
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    /**
     * What was measured.
     *
     * @param files how many files
     * @param rows rows that COPY counted
     * @param landed rows that landing read
     * @param peakHeapMegabytes the most heap in use while landing
     * @param copyProcessor seconds of processor that COPY took
     * @param programProcessor seconds of processor that landing took in this program
     * @param serverProcessor seconds of processor that landing took in the server
     */
    public record Measured(
            int files,
            long rows,
            long landed,
            double copySeconds,
            double registerSeconds,
            double landSeconds,
            double proveSeconds,
            long peakHeapMegabytes,
            double copyProcessor,
            double programProcessor,
            double serverProcessor) {
        /** How many times as fast as COPY landing was; registering and proving left out. */
        public double ratio() {
            return copySeconds / landSeconds;
        }

        /** The same with registering (hash, recognise, check) and proving counted in. */
        public double ratioOfAll() {
            return copySeconds / (registerSeconds + landSeconds + proveSeconds);
        }
    }
}
