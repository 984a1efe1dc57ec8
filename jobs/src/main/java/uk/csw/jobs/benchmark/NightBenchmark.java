package uk.csw.jobs.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import uk.csw.jobs.nightly.NightOutcome;
import uk.csw.jobs.nightly.Nightly;
import uk.csw.jobs.nightly.Runs;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.Sql;

/** Loads a history, then measures the night on which one more month arrives, beside COPY of that month's files. */
public final class NightBenchmark {
    private final DataSource database;
    private final Nightly nightly;
    private final Layouts layouts;

    /** Works in {@code database}, which is empty, through {@code nightly}, which was opened on it. */
    public NightBenchmark(DataSource database, Nightly nightly, Layouts layouts) {
        this.database = database;
        this.nightly = nightly;
        this.layouts = layouts;
    }

    /** Runs both nights. */
    public Measured measure(SplitInbox inbox) throws SQLException, IOException {
        long from = System.nanoTime();
        completed(nightly.run(inbox.history()));
        double historySeconds = seconds(from);
        settle();

        List<Path> files = BenchmarkFiles.files(inbox.arriving());
        double copySeconds;
        long rows;
        try (Connection connection = database.getConnection()) {
            BareCopy copy = new BareCopy(connection, layouts);
            copy.prepare(files);
            from = System.nanoTime();
            rows = copy.load(files);
            copySeconds = seconds(from);
            Sql.of("drop schema bare cascade").execute(connection);
        }
        settle();

        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        from = System.nanoTime();
        Map<String, Double> steps = stepSeconds(completed(nightly.run(inbox.arriving())));
        double nightSeconds = seconds(from);
        long peak = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Measured(files.size(), rows, historySeconds, copySeconds, steps, nightSeconds, peak >> 20);
    }

    static Runs.Run completed(NightOutcome outcome) throws SQLException {
        List<Runs.Run> runs = outcome.runs();
        if (runs.size() != 1 || !runs.get(0).isComplete() || runs.get(0).isRefused()) {
            throw new SQLException("The night was not run to the end: " + runs + " " + outcome.newErrors());
        }
        return runs.get(0);
    }

    private static Map<String, Double> stepSeconds(Runs.Run run) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (Runs.Step step : run.steps()) {
            if (!step.isPartition()) {
                seconds.put(step.name(), step.took().orElse(Duration.ZERO).toNanos() / 1e9);
            }
        }
        return seconds;
    }

    /** What an idle day does between two nights, so that nobody pays for what another wrote. */
    private void settle() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.of("vacuum analyze").execute(connection);
            Sql.of("checkpoint").execute(connection);
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    /**
     * What was measured.
     *
     * @param files how many files arrived
     * @param rows their rows, as COPY counted them
     * @param historySeconds the night that loaded everything before
     * @param copySeconds COPY of the files into bare typed tables
     * @param steps seconds of each step of the night, in the order of the flow
     * @param nightSeconds from the look into the inbox to the published release
     * @param peakHeapMegabytes the most heap in use during the night
     */
    public record Measured(
            int files,
            long rows,
            double historySeconds,
            double copySeconds,
            Map<String, Double> steps,
            double nightSeconds,
            long peakHeapMegabytes) {
        /** The steps, what no step accounts for (looking into the inbox, starting), and the whole. */
        public Map<String, Double> parts() {
            Map<String, Double> parts = new LinkedHashMap<>();
            double inSteps =
                    steps.values().stream().mapToDouble(Double::doubleValue).sum();
            parts.put("register", nightSeconds - inSteps);
            parts.putAll(steps);
            parts.put("whole night", nightSeconds);
            return parts;
        }
    }

    /** Where the deliveries of the history lie, and where those of the month that arrives after it. */
    public record SplitInbox(Path history, Path arriving) {}
}
