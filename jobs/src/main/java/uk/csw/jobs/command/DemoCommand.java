package uk.csw.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.csw.jobs.nightly.NightOutcome;
import uk.csw.jobs.nightly.Nightly;
import uk.csw.jobs.report.Scorecard;
import uk.csw.pipeline.generate.CensusReturns;
import uk.csw.pipeline.generate.Generated;
import uk.csw.pipeline.generate.Generator;
import uk.csw.pipeline.generate.GeneratorOptions;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.settings.Settings;

/** {@code csw demo}: two years of six authorities, from files to a scorecard. */
@Command(
        name = "demo",
        description = "Writes two years of synthetic returns of six authorities, loads them, prints a scorecard.")
final class DemoCommand implements Callable<Integer> {
    private static final int MONTHS = 24;
    private static final int YEAR_ENDS = 3;

    private final CswCommand csw;

    @Option(
            names = "--census",
            description =
                    "with the children in need census of each year and of the newest month; takes nearly twice as long")
    private boolean hasCensus;

    DemoCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws Exception {
        Path lookedAfterOnly = csw.home().demoInbox();
        Path inbox = hasCensus ? lookedAfterOnly.resolveSibling("inbox-with-census") : lookedAfterOnly;
        Settings settings = withoutWaiting(csw.settings());
        FutureTask<String> writing = new FutureTask<>(() -> filledInbox(inbox));
        new Thread(writing, "write-inbox").start();
        int exit;
        try (Warehouse warehouse = Warehouse.open(csw, "night demo");
                Nightly nightly = csw.nightly(warehouse, settings)) {
            csw.out().println(resultOf(writing));
            NightOutcome outcome = nightly.run(inbox);
            exit = NightlyCommand.report(csw, warehouse, outcome);
            csw.out().println();
            InTransaction.run(
                            warehouse.dataSource(),
                            connection -> new Scorecard(connection)
                                    .lines(SyntheticAuthorities.HARTLEPOOL_AND_NEIGHBOURS.get(0), null, null))
                    .forEach(csw.out()::println);
            csw.out().println();
            HowToConnect.print(csw.out(), csw.home(), warehouse);
        }
        return exit;
    }

    /** Fills the inbox, which can be done while the database is made, and says what is in it. */
    private String filledInbox(Path inbox) throws IOException {
        if (Files.isDirectory(inbox)) {
            return "The demonstration's inbox is there already: " + inbox;
        }
        Generated written = write(inbox);
        return written.files().size() + " files with " + written.rows() + " rows of synthetic returns written to "
                + inbox;
    }

    private static String resultOf(FutureTask<String> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /** Writes aside and then renames, so that an interrupted demonstration leaves no half inbox. */
    private Generated write(Path inbox) throws IOException {
        YearMonth last = YearMonth.now(csw.clock()).minusMonths(1);
        GeneratorOptions options = GeneratorOptions.of(
                        new SyntheticAuthorities(ReferenceData.load(csw.configFolder()))
                                .named(SyntheticAuthorities.HARTLEPOOL_AND_NEIGHBOURS),
                        last.minusMonths(MONTHS - 1L),
                        last)
                .withYearEndReturns(YEAR_ENDS)
                .withCensus(hasCensus ? CensusReturns.YEAR_ENDS_AND_LAST : CensusReturns.NEVER);
        Path unfinished = inbox.resolveSibling(
                inbox.getFileName() + "." + ProcessHandle.current().pid());
        Generated written = new Generator(options).write(unfinished);
        Files.move(unfinished, inbox);
        return written;
    }

    /** Nobody else writes to this inbox. */
    static Settings withoutWaiting(Settings settings) {
        return new Settings(
                settings.configDir(),
                new Settings.Inbox(Duration.ZERO),
                settings.landing(),
                settings.guard(),
                settings.gate(),
                settings.serve());
    }
}
