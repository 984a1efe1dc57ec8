package uk.csw.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.csw.jobs.benchmark.BenchmarkFiles;
import uk.csw.jobs.benchmark.LandingBenchmark;
import uk.csw.jobs.benchmark.MeasureBenchmark;
import uk.csw.jobs.benchmark.NightBenchmark;
import uk.csw.jobs.database.Database;
import uk.csw.jobs.nightly.Nightly;
import uk.csw.jobs.report.TextTable;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.Authority;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.settings.Settings;
import uk.csw.schema.SchemaInstaller;

/** {@code csw benchmark}: how fast this machine loads. */
@Command(name = "benchmark", description = "How fast this machine loads, in an embedded database of its own.")
final class BenchmarkCommand {
    private final CswCommand csw;

    BenchmarkCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Command(description = "Lands one large file and many small deliveries, each beside COPY of the same files.")
    int landing(
            @Option(names = "--rows", defaultValue = "1000000", description = "rows of the large file; default 1000000")
                    long rows,
            @Option(names = "--deliveries", defaultValue = "150", description = "small deliveries; default 150")
                    int deliveries,
            @Option(names = "--repeat", defaultValue = "3", description = "times to measure; default 3") int repeat)
            throws Exception {
        Path folder = csw.home().folder().resolve("benchmark");
        ReferenceData reference = ReferenceData.load(csw.configFolder());
        BenchmarkFiles files = new BenchmarkFiles(folder);
        Path large = files.oneLargeFile(rows);
        Path small = files.manySmall(authorities(reference, deliveries));
        try (Database database = Database.open(folder, Map.of(), "csw benchmark")) {
            new SchemaInstaller().migrate(database.dataSource());
            InTransaction.run(database.dataSource(), reference::install);
            LandingBenchmark benchmark = new LandingBenchmark(database.dataSource(), csw.settings(), csw.clock());
            for (int time = 1; time <= repeat; time++) {
                print("one large file", benchmark.measure(large));
                print(deliveries + " deliveries", benchmark.measure(small));
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            description =
                    "Loads months of returns, then measures the night on which one more month arrives, beside COPY"
                            + " of that month's files. Several sizes show how the cost grows.")
    int national(
            @Option(names = "--authorities", defaultValue = "20", description = "how many; default 20") int authorities,
            @Option(names = "--months", split = ",", defaultValue = "12", description = "months of history; default 12")
                    List<Integer> months,
            @Option(
                            names = "--size",
                            split = ",",
                            defaultValue = "1.0",
                            description = "1.0 = as many children as live there; default 1.0")
                    List<Double> sizes)
            throws Exception {
        Path folder = csw.home().folder().resolve("benchmark");
        ReferenceData reference = ReferenceData.load(csw.configFolder());
        Settings settings = DemoCommand.withoutWaiting(csw.settings());
        BenchmarkFiles files = new BenchmarkFiles(folder);
        for (int history : months) {
            for (double size : sizes) {
                NightBenchmark.SplitInbox inbox = files.months(authorities(reference, authorities), history, size);
                Path home = emptyHome();
                try (Database database = Database.open(home, Map.of(), "csw benchmark")) {
                    new SchemaInstaller().migrate(database.dataSource());
                    try (Nightly nightly = csw.nightly(database.dataSource(), settings)) {
                        print(
                                authorities + " authorities, size " + size + ", " + history + " months before",
                                new NightBenchmark(database.dataSource(), nightly, Layouts.load(settings.configDir()))
                                        .measure(inbox));
                    }
                } finally {
                    FileSystemUtils.deleteRecursively(home);
                }
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            description =
                    "Measures and compares every KPI of many authorities, beside one sequential scan of their facts:"
                            + " those of one authority, copied to the others. Several numbers of months show how the"
                            + " cost grows.")
    int measure(
            @Option(names = "--authorities", defaultValue = "153", description = "how many; default 153")
                    int authorities,
            @Option(names = "--months", split = ",", defaultValue = "60", description = "of returns; default 60")
                    List<Integer> months,
            @Option(
                            names = "--size",
                            defaultValue = "1.0",
                            description = "1.0 = as many children as live in the middling authority; default 1.0")
                    double size)
            throws Exception {
        ReferenceData reference = ReferenceData.load(csw.configFolder());
        KpiCatalogue kpis = KpiCatalogue.load(csw.configFolder());
        Settings settings = DemoCommand.withoutWaiting(csw.settings());
        BenchmarkFiles files = new BenchmarkFiles(csw.home().folder().resolve("benchmark"));
        List<GeneratedAuthority> all = authorities(reference, authorities);
        GeneratedAuthority middling = all.stream()
                .sorted(Comparator.comparingInt(GeneratedAuthority::children))
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
        List<Integer> others = all.stream()
                .filter(authority -> !authority.equals(middling))
                .map(GeneratedAuthority::code)
                .toList();
        for (int count : months) {
            Path inbox = files.months(middling, count, size);
            Path home = emptyHome();
            try (Database database = Database.open(home, Map.of(), "csw benchmark")) {
                new SchemaInstaller().migrate(database.dataSource());
                try (Nightly nightly = csw.nightly(database.dataSource(), settings)) {
                    MeasureBenchmark.Measured measured = new MeasureBenchmark(database.dataSource(), nightly, kpis)
                            .measure(inbox, middling.code(), others);
                    csw.out()
                            .println(inWords(
                                    all.size(), count, kpis.definitions().size(), measured));
                }
            } finally {
                FileSystemUtils.deleteRecursively(home);
            }
        }
        return ExitCode.DONE;
    }

    private static String inWords(int authorities, int months, int kpis, MeasureBenchmark.Measured measured) {
        return String.format(
                Locale.UK,
                "%d authorities, %d months, %d KPIs: %,d rows of facts, scanned in %.2f s; %,d figures measured in"
                        + " %.2f s = %.1f scans; %,d comparisons in %.2f s",
                authorities,
                months,
                kpis,
                measured.rows(),
                measured.scanSeconds(),
                measured.figures(),
                measured.measureSeconds(),
                measured.measureSeconds() / measured.scanSeconds(),
                measured.comparisons(),
                measured.compareSeconds());
    }

    /** A folder for a database that is used once. */
    private Path emptyHome() throws IOException {
        Path folder = csw.home().folder().resolve("benchmark");
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, "run-");
    }

    private void print(String what, NightBenchmark.Measured measured) {
        csw.out()
                .println(String.format(
                        Locale.UK,
                        "%s: %,d files, %,d rows arrive; COPY %.2f s; peak heap %d MB; the history took %.0f s",
                        what,
                        measured.files(),
                        measured.rows(),
                        measured.copySeconds(),
                        measured.peakHeapMegabytes(),
                        measured.historySeconds()));
        TextTable table = TextTable.of("step", ">seconds", ">rows/s", ">times COPY");
        measured.parts()
                .forEach((step, seconds) -> table.row(
                        step,
                        String.format(Locale.UK, "%.2f", seconds),
                        String.format(Locale.UK, "%,.0f", measured.rows() / seconds),
                        String.format(Locale.UK, "%.2f", seconds / measured.copySeconds())));
        csw.print(table, "");
    }

    private static List<GeneratedAuthority> authorities(ReferenceData reference, int most) {
        List<String> codes = reference.authorities().live().stream()
                .map(Authority::code)
                .filter(code -> reference.population().stream()
                        .anyMatch(figure -> figure.areaCode().equals(code)))
                .limit(most)
                .toList();
        return new SyntheticAuthorities(reference).named(codes);
    }

    private void print(String what, LandingBenchmark.Measured measured) {
        csw.out()
                .println(String.format(
                        Locale.UK,
                        "%-15s %,d files, %,d rows: landing %.2f s = %,.0f rows/s, %.2f times COPY (%.2f s); with"
                                + " register %.2f s and prove %.2f s %.2f times; peak heap %d MB; processor:"
                                + " COPY %.2f s, landing %.2f s here and %.2f s in the server",
                        what,
                        measured.files(),
                        measured.landed(),
                        measured.landSeconds(),
                        measured.landed() / measured.landSeconds(),
                        measured.ratio(),
                        measured.copySeconds(),
                        measured.registerSeconds(),
                        measured.proveSeconds(),
                        measured.ratioOfAll(),
                        measured.peakHeapMegabytes(),
                        measured.copyProcessor(),
                        measured.programProcessor(),
                        measured.serverProcessor()));
    }
}
