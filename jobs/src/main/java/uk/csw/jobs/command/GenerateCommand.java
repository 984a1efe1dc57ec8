package uk.csw.jobs.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.csw.pipeline.generate.Generated;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.generate.Generator;
import uk.csw.pipeline.generate.GeneratorOptions;
import uk.csw.pipeline.generate.MessShares;
import uk.csw.pipeline.reference.ReferenceData;

/** {@code csw generate}: synthetic statutory returns. */
@Command(
        name = "generate",
        description =
                "Writes synthetic SSDA903 and children in need returns, as untidy as real ones, into an inbox. No real child is in"
                        + " them.")
final class GenerateCommand implements Callable<Integer> {
    private final CswCommand csw;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "the inbox to write to")
    private Path inbox = Path.of("");

    @Option(
            names = "--authorities",
            split = ",",
            paramLabel = "CODE",
            description = "codes, separated by commas; default Hartlepool and five of its neighbours")
    private @Nullable List<String> authorities;

    @Option(
            names = "--last",
            paramLabel = "YYYY-MM",
            converter = Arguments.Period.class,
            description = "the last month delivered; default last month")
    private @Nullable YearMonth last;

    @Option(names = "--months", defaultValue = "24", description = "months delivered one by one; default 24")
    private int months;

    @Option(
            names = "--year-ends",
            defaultValue = "3",
            description = "earlier financial years delivered as one March return each; default 3")
    private int yearEnds;

    @Option(names = "--size", defaultValue = "1.0", description = "1.0 = as many children as live there; default 1.0")
    private double size;

    @Option(names = "--seed", defaultValue = "1", description = "other seeds give other children; default 1")
    private long seed;

    @Option(names = "--looked-after-only", description = "no children in need census beside the SSDA903 returns")
    private boolean lookedAfterOnly;

    @Option(names = "--clean", description = "spotless files, nothing to find")
    private boolean clean;

    GenerateCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws IOException {
        if (months < 1 || size <= 0 || yearEnds < 0) {
            throw new UsageProblem("--months must be at least 1, --size above 0, and --year-ends not negative.");
        }
        YearMonth newest = last == null ? YearMonth.now(csw.clock()).minusMonths(1) : last;
        List<GeneratedAuthority> places = new SyntheticAuthorities(ReferenceData.load(csw.configFolder()))
                .named(authorities == null ? SyntheticAuthorities.HARTLEPOOL_AND_NEIGHBOURS : authorities);
        GeneratorOptions options = GeneratorOptions.of(places, newest.minusMonths(months - 1L), newest)
                .withYearEndReturns(yearEnds)
                .withSize(size)
                .withSeed(seed);
        if (!lookedAfterOnly) {
            options = options.withCensus();
        }
        Generated written = new Generator(clean ? options.withMess(MessShares.none()) : options).write(inbox);
        csw.out()
                .println(String.format(
                        Locale.UK,
                        "%,d files, %,d rows for %d authorities, %s to %s, in %s",
                        written.files().size(),
                        written.rows(),
                        places.size(),
                        options.deliveries().get(0),
                        newest,
                        inbox));
        return ExitCode.DONE;
    }
}
