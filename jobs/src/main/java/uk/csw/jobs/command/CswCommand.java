package uk.csw.jobs.command;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.logging.LogManager;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import uk.csw.jobs.nightly.Nightly;
import uk.csw.jobs.report.TextTable;
import uk.csw.pipeline.settings.Settings;

/** The command {@code csw}: what every command of it shares. */
@Command(
        name = "csw",
        description = "Children's services warehouse: loads the authorities' files, measures, compares, publishes.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "csw 0.1.0",
        sortOptions = false,
        footer = {
            "",
            "The database is the one that CSW_DB_URL, CSW_DB_USER and CSW_DB_PASSWORD (or CSW_DB_PASSWORD_FILE)"
                    + " name, or else an embedded PostgreSQL kept in the home folder.",
            "Exit codes: 0 done or nothing to do, 1 failed, or a delivery was refused or held while the others were loaded,"
                    + " 2 wrong arguments or configuration, 3 loaded but publication refused by the gate."
        })
public final class CswCommand implements Runnable {
    private final Map<String, String> environment;
    private final PrintWriter out;
    private final Clock clock = Clock.system(ZoneId.of("Europe/London"));

    @Option(
            names = "--config",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "configuration folder; default ./config, else the one of the program's project")
    private @Nullable Path config;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "folder for the embedded database and the logs; default CSW_HOME, else ./.csw")
    private @Nullable Path home;

    private CswCommand(Map<String, String> environment, PrintWriter out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    /** The command line for these environment variables, ready to execute. */
    public static CommandLine commandLine(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        CswCommand csw = new CswCommand(environment, out);
        CommandLine line = new CommandLine(csw);
        line.addSubcommand(new NightlyCommand(csw));
        line.addSubcommand(new LoadCommand(csw));
        line.addSubcommand(new MeasureCommand(csw));
        line.addSubcommand(new PublishCommand(csw));
        line.addSubcommand(new DemoCommand(csw));
        line.addSubcommand(new GenerateCommand(csw));
        line.addSubcommand(new RunsCommand(csw));
        line.addSubcommand(new DeliveriesCommand(csw));
        line.addSubcommand(new QuarantineCommand(csw));
        line.addSubcommand(new ScorecardCommand(csw));
        line.addSubcommand(new ReportCommand(csw));
        line.addSubcommand(new ExplainCommand(csw));
        line.addSubcommand(new CommentaryCommand(csw));
        line.addSubcommand(new SignoffCommand(csw));
        line.addSubcommand(new ReopenCommand(csw));
        line.addSubcommand(new ComparatorsCommand(csw));
        line.addSubcommand(new ConfigCommand(csw));
        line.addSubcommand(new SchemaCommand(csw));
        line.addSubcommand(new BenchmarkCommand(csw));
        line.addSubcommand(new ServeCommand(csw));
        line.setOut(out).setErr(err);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionStrategy(parsed -> {
            csw.startLog(line);
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setExecutionExceptionHandler(new ErrorParagraph(csw));
        line.setParameterExceptionHandler(ErrorParagraph::wrongArguments);
        return line;
    }

    @Override
    public void run() {
        throw new UsageProblem("Name a command: nightly, demo, runs … See csw --help.");
    }

    Home home() {
        return home == null ? Home.in(environment) : new Home(home);
    }

    Path configFolder() {
        return config == null ? ConfigFolder.find() : ConfigFolder.checked(config);
    }

    Settings settings() {
        return Settings.load(configFolder());
    }

    /** The nightly job on an open warehouse. */
    Nightly nightly(Warehouse warehouse) {
        return nightly(warehouse, settings());
    }

    Nightly nightly(Warehouse warehouse, Settings settings) {
        return nightly(warehouse.dataSource(), settings);
    }

    Nightly nightly(DataSource database, Settings settings) {
        return Nightly.open(database, settings, clock, console());
    }

    /** The nightly job as the configuration is now, adding to what was measured before. */
    Nightly nightly(DataSource database, PrometheusMeterRegistry measured) {
        return Nightly.open(database, settings(), clock, console(), measured);
    }

    private TerminalConsole console() {
        return new TerminalConsole(out, clock, CommandLine.Help.Ansi.AUTO.enabled());
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Where results are printed. */
    PrintWriter out() {
        return out;
    }

    /** Prints a table, or {@code nothing} when it has no rows. */
    void print(TextTable table, String nothing) {
        if (table.isEmpty()) {
            out.println(nothing);
        } else {
            table.lines().forEach(out::println);
        }
    }

    Clock clock() {
        return clock;
    }

    /** Sends everything that is logged to the home folder, before anything is. */
    private void startLog(CommandLine line) {
        Path logs = home().logs();
        if (!canWriteTo(logs)) {
            throw new ParameterException(line, "Cannot write to " + logs + "; name another folder with --home DIR.");
        }
        System.setProperty("csw.logs", logs.toString());
        System.setProperty("csw.pid", Long.toString(ProcessHandle.current().pid()));
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
    }

    private static boolean canWriteTo(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException e) {
            return false;
        }
    }
}
