package uk.csw.jobs.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.csw.jobs.benchmark.BenchmarkFiles;
import uk.csw.jobs.benchmark.LandingBenchmark;
import uk.csw.jobs.database.Database;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.Authority;
import uk.csw.pipeline.reference.ReferenceData;
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
