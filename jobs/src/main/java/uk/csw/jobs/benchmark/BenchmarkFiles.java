package uk.csw.jobs.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.generate.Generator;
import uk.csw.pipeline.generate.GeneratorOptions;
import uk.csw.pipeline.generate.MessShares;

/** The files that are landed: spotless, so that COPY can load them too. */
public record BenchmarkFiles(Path folder) {
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final int YEAR_ENDS = 3;
    private static final int CHILDREN_OF_ONE_AUTHORITY = 60_000;

    /** One delivery that is one file of episodes with about this many rows. */
    public Path oneLargeFile(long rows) throws IOException {
        Path inbox = folder.resolve("large-" + rows);
        if (!Files.isDirectory(inbox)) {
            Path seed = folder.resolve("seed");
            write(seed, List.of(new GeneratedAuthority(805, "Hartlepool", CHILDREN_OF_ONE_AUTHORITY)));
            Path file = inbox.resolve("805").resolve(MONTH.toString()).resolve("episodes.csv");
            Files.createDirectories(file.getParent());
            repeat(seed.resolve("805").resolve(MONTH.toString()).resolve("episodes.csv"), file, rows);
        }
        return inbox;
    }

    /** As many deliveries, of one month each. */
    public Path manySmall(List<GeneratedAuthority> authorities) throws IOException {
        Path inbox = folder.resolve("small-" + authorities.size());
        if (!Files.isDirectory(inbox)) {
            write(inbox, authorities);
        }
        return inbox;
    }

    /**
     * Months of looked-after and children in need returns with the year-end returns before them, the last month apart from the others.
     *
     * @param months months before the last
     * @param size 1.0 = as many children as live there
     */
    public NightBenchmark.SplitInbox months(List<GeneratedAuthority> authorities, int months, double size)
            throws IOException {
        Path inbox = folder.resolve("feeds-" + authorities.size() + "-" + months + "-" + size);
        Path history = inbox.resolve("history");
        Path arriving = inbox.resolve("arriving");
        if (!Files.isDirectory(arriving)) {
            new Generator(GeneratorOptions.of(authorities, MONTH.minusMonths(months), MONTH)
                            .withYearEndReturns(YEAR_ENDS)
                            .withCensus()
                            .withSize(size)
                            .withMess(MessShares.none()))
                    .write(history);
            for (GeneratedAuthority authority : authorities) {
                Path month = Path.of(String.valueOf(authority.code()), MONTH.toString());
                Files.createDirectories(arriving.resolve(month).getParent());
                Files.move(history.resolve(month), arriving.resolve(month));
            }
        }
        return new NightBenchmark.SplitInbox(history, arriving);
    }

    /** Months of returns of one authority. */
    public Path months(GeneratedAuthority authority, int months, double size) throws IOException {
        Path inbox = folder.resolve("months-" + authority.code() + "-" + months + "-" + size);
        if (!Files.isDirectory(inbox)) {
            new Generator(GeneratorOptions.of(List.of(authority), MONTH.minusMonths(months - 1L), MONTH)
                            .withCensus()
                            .withSize(size)
                            .withMess(MessShares.none()))
                    .write(inbox);
        }
        return inbox;
    }

    /** The CSV files of an inbox. */
    static List<Path> files(Path inbox) throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static void write(Path inbox, List<GeneratedAuthority> authorities) throws IOException {
        new Generator(GeneratorOptions.of(authorities, MONTH, MONTH).withMess(MessShares.none())).write(inbox);
    }

    /** Writes the rows of {@code seed} again and again, of other children each time. The child comes first. */
    private static void repeat(Path seed, Path file, long rows) throws IOException {
        List<String> lines = Files.readAllLines(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(lines.get(0));
            out.write("\n");
            for (long row = 0; row < rows; row++) {
                int line = (int) (1 + row % (lines.size() - 1));
                long copy = row / (lines.size() - 1);
                out.write(copy + "A" + lines.get(line));
                out.write("\n");
            }
        }
    }
}
