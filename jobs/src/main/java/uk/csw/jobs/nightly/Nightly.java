package uk.csw.jobs.nightly;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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
import uk.csw.pipeline.kpi.KpiCatalogue;
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

    /**
     * As {@link #run(Path)}, taking on only the deliveries that {@code scope} includes. What is out of date for another
     * reason than a delivery is brought up to date too, unless there is no new delivery and the scope is narrower than
     * everything.
     */
    public NightOutcome run(Path inbox, InboxScope scope) throws SQLException {
        try (NightLock lock = NightLock.take(database, console::say)) {
            InTransaction.run(database, nights::letGo);
            List<Runs.Run> runs = new ArrayList<>(finish(inbox));
            if (!runs.stream().allMatch(Runs.Run::isComplete)) {
                return new NightOutcome(Optional.empty(), runs);
            }
            Registration registration = spring.getBean(DeliveryRegister.class).register(database, inbox, scope);
            for (String night : registration.nightId().stream().toList()) {
                InTransaction.run(database, connection -> nights.bringAlong(connection, night, definitions(), now()));
            }
            runs.addAll(runAll(InTransaction.run(database, nights::unfinished), inbox));
            if (scope.equals(InboxScope.everything()) && runs.stream().allMatch(Runs.Run::isPublished)) {
                runs.addAll(runAgain(false, inbox));
            }
            return new NightOutcome(Optional.of(registration), runs);
        }
    }

    /**
     * Measures, compares and judges again what is out of date though nobody delivered, up to the gate, and keeps the
     * release back until {@link #publish} or the next night. What was left unfinished is finished first.
     *
     * @param authority key of an authority; nothing is done when it is not out of date
     * @return the nights that were run; none when nothing is out of date, or was measured so before
     */
    public NightOutcome measure(Optional<Integer> authority) throws SQLException {
        Path nowhere = Path.of("");
        try (NightLock lock = NightLock.take(database, console::say)) {
            List<Runs.Run> runs = new ArrayList<>(finish(nowhere));
            if (runs.stream().allMatch(Runs.Run::isPublished) && (authority.isEmpty() || isOutOfDate(authority))) {
                runs.addAll(runAgain(true, nowhere));
            }
            return new NightOutcome(Optional.empty(), runs);
        }
    }

    /** Publishes the release that waits, if there is one. */
    public NightOutcome publish() throws SQLException {
        try (NightLock lock = NightLock.take(database, console::say)) {
            recoverDead();
            return new NightOutcome(Optional.empty(), runAll(InTransaction.run(database, nights::letGo), Path.of("")));
        }
    }

    /** Whether shown figures, of this authority or of any, come from something else than is in force. */
    public boolean isOutOfDate(Optional<Integer> authority) throws SQLException {
        OutOfDate found = InTransaction.run(
                database, connection -> nights.outOfDate(connection, definitions(), authority.orElse(0)));
        return authority.isPresent() ? found.isAuthority() : !found.isNone();
    }

    /** The number of the release that was measured and let through by the gate, and waits to be published. */
    public Optional<Long> waitingRelease() throws SQLException {
        return InTransaction.run(database, nights::waitingRelease);
    }

    /**
     * Runs a night that was started before again, from the step that did not finish. One that was given up, since its
     * figures were measured anew, is not run.
     *
     * @throws NightNotStarted when it is complete
     */
    public NightOutcome restart(Runs.Run run) throws SQLException {
        try (NightLock lock = NightLock.take(database, console::say)) {
            recoverDead();
            InTransaction.run(database, nights::letGo);
            List<String> nightsToRun =
                    InTransaction.run(database, nights::held).contains(run.night()) ? List.of() : List.of(run.night());
            return new NightOutcome(Optional.empty(), runAll(nightsToRun, Path.of("")));
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

    /** Installs reference data and targets, and finishes what was left unfinished. */
    private List<Runs.Run> finish(Path inbox) throws SQLException {
        Set<String> unfinished = new LinkedHashSet<>(recoverDead());
        unfinished.addAll(InTransaction.run(database, nights::unfinished));
        InTransaction.run(database, nights::held).forEach(unfinished::remove);
        InTransaction.run(database, spring.getBean(ReferenceData.class)::install);
        InTransaction.run(database, connection -> spring.getBean(Targets.class).install(connection, now()));
        InTransaction.run(
                database, connection -> spring.getBean(PriorityGroups.class).install(connection, now()));
        return runAll(unfinished, inbox);
    }

    /** Runs the night that brings up to date what is not, unless it has been run up to where it is to get. */
    private List<Runs.Run> runAgain(boolean waits, Path inbox) throws SQLException {
        OutOfDate outOfDate = InTransaction.run(database, connection -> nights.outOfDate(connection, definitions(), 0));
        Optional<String> night =
                InTransaction.run(database, connection -> nights.beginAgain(connection, definitions(), waits, now()));
        if (night.isEmpty() || InTransaction.run(database, connection -> nights.isJudged(connection, night.get()))) {
            return List.of();
        }
        console.say(outOfDate.inWords());
        return runAll(List.of(night.get()), inbox);
    }

    private String definitions() {
        return spring.getBean(KpiCatalogue.class).version();
    }

    private Instant now() {
        return spring.getBean(Clock.class).instant();
    }

    /** Runs nights one after the other, up to and including the first that fails. */
    private List<Runs.Run> runAll(Collection<String> unfinished, Path inbox) {
        List<Runs.Run> runs = new ArrayList<>();
        for (String night : unfinished) {
            runner().last(night)
                    .map(Runs::run)
                    .ifPresent(last -> console.say("Night " + Runs.shortened(night)
                            + (last.isWaiting()
                                    ? " waited to be published; publishing it now."
                                    : " was not finished; going on from where it stopped.")));
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
