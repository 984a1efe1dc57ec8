package uk.csw.jobs.command;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.csw.jobs.database.Database;
import uk.csw.jobs.nightly.Nightly;
import uk.csw.jobs.schedule.Schedule;
import uk.csw.jobs.web.Health;
import uk.csw.jobs.web.StatusPages;
import uk.csw.pipeline.settings.Settings;

/** {@code csw serve}: runs the night every night, and keeps the database up meanwhile. */
@Command(
        name = "serve",
        description = {
            "Runs the night every night and answers with metrics and health, until interrupted.",
            "Keeps an embedded database up for Power BI, Excel and psql. Several nodes may serve one "
                    + "warehouse: one of them runs the night."
        })
final class ServeCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final CswCommand csw;

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            defaultValue = "inbox",
            description = "the deliveries, as DIR/<authority code>/<yyyy-mm>/<files>; default ./inbox")
    private Path inbox = Path.of("inbox");

    ServeCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings.Serve serve = csw.settings().serve();
        PrometheusMeterRegistry measured = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (Warehouse warehouse = Warehouse.open(csw, "serve");
                StatusPages pages = pages(serve, warehouse, measured)) {
            // Before a missed night begins: the first to measure is asked for the release's age ever after, and the
            // sessions of a night end with it.
            beginMeasuring(warehouse, measured);
            try (Schedule schedule =
                    Schedule.every(serve.nightlyAt(), warehouse.dataSource(), () -> night(warehouse, measured))) {
                HowToConnect.print(csw.out(), csw.home(), warehouse);
                csw.out()
                        .println(
                                "Metrics:   http://" + serve.host() + ":" + pages.port() + "/metrics, health: /health");
                schedule.next()
                        .ifPresent(next -> csw.out()
                                .println("Next night: " + WHEN.format(next) + " London time, over "
                                        + inbox.toAbsolutePath().normalize()
                                        + (Files.isDirectory(inbox) ? "" : " (which is not there yet)")));
                csw.out().println("Stop with Ctrl-C.");
                new CountDownLatch(1).await();
            }
        }
        return ExitCode.DONE;
    }

    /** Reads the whole configuration, so that a mistake shows now and not at night. */
    private void beginMeasuring(Warehouse warehouse, PrometheusMeterRegistry measured) {
        try (Nightly nightly = csw.nightly(warehouse.dataSource(), measured)) {
            log().debug("Measured before the first night: {}", nightly.metrics());
        }
    }

    private StatusPages pages(Settings.Serve serve, Warehouse warehouse, PrometheusMeterRegistry measured) {
        Health health = new Health(warehouse.dataSource(), csw.clock(), serve.staleAfterDays());
        try {
            return StatusPages.open(new InetSocketAddress(serve.host(), serve.port()), measured::scrape, health::now);
        } catch (IOException | IllegalArgumentException taken) {
            throw new UsageProblem("Metrics and health cannot be answered at " + serve.host() + ":" + serve.port()
                    + " (" + taken.getMessage() + "). Name another host or port under serve in settings.yaml.");
        }
    }

    /** Asked for when there is something to log: all commands are made before it is known where the log goes. */
    private static Logger log() {
        return LoggerFactory.getLogger(ServeCommand.class);
    }

    /** One night by the configuration as it is then. What goes wrong is told and kept; the next night goes on from it. */
    private void night(Warehouse warehouse, PrometheusMeterRegistry measured) {
        if (!Files.isDirectory(inbox)) {
            log().error("There is no inbox at {}", inbox.toAbsolutePath());
            csw.out().println("NO NIGHT: there is no inbox at " + inbox.toAbsolutePath() + ".");
            return;
        }
        try (Database sessions = warehouse.forNight();
                Nightly nightly = csw.nightly(sessions.dataSource(), measured)) {
            NightlyCommand.report(csw, warehouse, nightly.run(inbox));
        } catch (SQLException | RuntimeException failure) {
            log().error("The night failed", failure);
            csw.out()
                    .println("FAILED: " + failure.getMessage() + " Details: "
                            + csw.home().logs().resolve("csw.log"));
        }
    }
}
