package uk.csw.jobs.nightly;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;
import uk.csw.pipeline.committee.PriorityGroups;
import uk.csw.pipeline.delivery.DeliveryRegister;
import uk.csw.pipeline.delivery.InboxScope;
import uk.csw.pipeline.delivery.Registration;
import uk.csw.pipeline.judge.Targets;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.settings.Settings;

/**
 * Runs nights on one warehouse: one at a time, whichever program asks; a night that failed or was killed is finished
 * before another begins.
 */
public final class Nightly implements AutoCloseable {
    private final DataSource database;
    private final ConfigurableApplicationContext spring;
    private final NightConsole console;
    private final Nights nights = new Nights();

    private Nightly(DataSource database, ConfigurableApplicationContext spring, NightConsole console) {
        this.database = database;
        this.spring = spring;
        this.console = console;
    }

    /**
     * Gets ready on an open, migrated warehouse.
     *
     * @throws uk.csw.pipeline.settings.ConfigurationProblems when the configuration cannot be used
     */
    public static Nightly open(DataSource database, Settings settings, Clock clock, NightConsole console) {
        return open(database, settings, clock, console, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /** As {@link #open(DataSource, Settings, Clock, NightConsole)}, adding to what was measured before. */
    public static Nightly open(
            DataSource database,
            Settings settings,
            Clock clock,
            NightConsole console,
            PrometheusMeterRegistry measured) {
        return new Nightly(database, NightlyApplication.start(database, settings, clock, console, measured), console);
    }

    /** What ran before. */
    public Runs runs() {
        return new Runs(spring.getBean(JobRepository.class));
    }

    /**
     * Finishes what was left unfinished, then takes every new or changed delivery of {@code inbox} through the flow.
     */
    public NightOutcome run(Path inbox) throws SQLException {
        return run(inbox, InboxScope.everything());
    }

    /** As {@link #run(Path)}, taking on only the deliveries that {@code scope} includes. */
    public NightOutcome run(Path inbox, InboxScope scope) throws SQLException {
        try (NightLock lock = NightLock.take(database, console::say)) {
            Set<String> unfinished = new LinkedHashSet<>(recoverDead());
            unfinished.addAll(InTransaction.run(database, nights::unfinished));
            InTransaction.run(database, spring.getBean(ReferenceData.class)::install);
            InTransaction.run(
                    database,
                    connection -> spring.getBean(Targets.class)
                            .install(connection, spring.getBean(Clock.class).instant()));
            InTransaction.run(
                    database,
                    connection -> spring.getBean(PriorityGroups.class)
                            .install(connection, spring.getBean(Clock.class).instant()));
            List<Runs.Run> runs = new ArrayList<>(runAll(unfinished, inbox));
            if (!runs.stream().allMatch(Runs.Run::isComplete)) {
                return new NightOutcome(Optional.empty(), runs);
            }
            Registration registration = spring.getBean(DeliveryRegister.class).register(database, inbox, scope);
            runs.addAll(runAll(InTransaction.run(database, nights::unfinished), inbox));
            return new NightOutcome(Optional.of(registration), runs);
        }
    }

    /**
     * Runs a night that was started before again, from the step that did not finish.
     *
     * @throws NightNotStarted when it is complete
     */
    public NightOutcome restart(Runs.Run run) throws SQLException {
        try (NightLock lock = NightLock.take(database, console::say)) {
            recoverDead();
            return new NightOutcome(Optional.empty(), runAll(List.of(run.night()), Path.of("")));
        }
    }

    /** What has been measured since this was opened, in the text format of Prometheus. */
    public String metrics() {
        spring.getBean(NightMeters.class);
        return spring.getBean(PrometheusMeterRegistry.class).scrape();
    }

    /** Marks executions that a dead process left running as failed; returns how many there were. */
    public int recover() throws SQLException {
        try (NightLock lock = NightLock.take(database, console::say)) {
            return runner().recoverDead().size();
        }
    }

    @Override
    public void close() {
        spring.close();
    }

    /** Runs nights one after the other, up to and including the first that fails. */
    private List<Runs.Run> runAll(Collection<String> unfinished, Path inbox) {
        List<Runs.Run> runs = new ArrayList<>();
        for (String night : unfinished) {
            if (runner().last(night).isPresent()) {
                console.say("Night " + Runs.shortened(night) + " was not finished; going on from where it stopped.");
            }
            Runs.Run run = Runs.run(runner().run(night, inbox));
            console.landingEnds();
            spring.getBean(NightMeters.class).ran(run);
            runs.add(run);
            if (!run.isComplete()) {
                break;
            }
        }
        return runs;
    }

    private List<String> recoverDead() {
        List<String> dead = runner().recoverDead();
        if (!dead.isEmpty()) {
            console.say(dead.size() + " run(s) had been killed; marked as failed.");
        }
        return dead;
    }

    private NightRunner runner() {
        Map<String, Job> jobs = spring.getBeansOfType(Job.class);
        return new NightRunner(
                spring.getBean(JobOperator.class),
                spring.getBean(JobRepository.class),
                Optional.ofNullable(jobs.get(NightlyJob.NAME)).orElseThrow());
    }
}
