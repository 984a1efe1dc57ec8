package uk.csw.jobs.nightly;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import uk.csw.pipeline.compare.Compare;
import uk.csw.pipeline.conform.Conform;
import uk.csw.pipeline.delivery.TruncationGuard;
import uk.csw.pipeline.judge.Judge;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.Measure;
import uk.csw.pipeline.layout.Coverage;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.publish.Gate;
import uk.csw.pipeline.publish.GateReport;
import uk.csw.pipeline.publish.Publish;
import uk.csw.pipeline.quality.Checks;
import uk.csw.pipeline.quality.Landing;
import uk.csw.pipeline.quality.LandingGroup;
import uk.csw.pipeline.settings.Settings;

/**
 * The nightly job, top to bottom.
 *
 * <p>Input: the deliveries frozen under {@link #NIGHT} in ops.delivery, and the authorities frozen in ops.night; a night
 * without deliveries lands and conforms nothing, and may wait before it is published. Validation: the landing judges every row; bad
 * rows are data, kept in quarantine, and no step skips or retries. Output: a published release, or one that the gate
 * refused. Every step replaces what it writes, in one transaction, or in several at the same time: landing in one per
 * group of files; conforming, measuring and judging in one per group of authorities; publishing in one for the figures and
 * one per group of authorities for their parts. So a failed or killed night starts again at the step that did not finish,
 * with the same deliveries, and ends as an undisturbed one would have.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJob {
    /** Name of the job. */
    static final String NAME = "nightly";

    /** The parameter that identifies the job: the night's id. */
    static final String NIGHT = "night";

    /** The folder in which the night's deliveries lie; not identifying. */
    static final String INBOX = "inbox";

    /** Name of the step that lands; its partitions are named for it, a colon and what is in them. */
    static final String LAND = "land";

    /** How a night ends that was loaded but whose release the gate refused. */
    static final ExitStatus REFUSED = new ExitStatus("REFUSED");

    private static final String WAITS = "WAITS";
    private static final String GOES_ON = "GOES ON";

    @Bean
    Job nightly(
            JobRepository repository,
            DataSource database,
            LandingPartitions partitions,
            TaskExecutor workers,
            NightConsole console,
            Settings settings,
            Layouts layouts,
            Checks checks,
            KpiCatalogue kpis,
            Clock clock) {
        StageStep stage = new StageStep(repository, database, console);
        Releases releases = new Releases(clock);
        Conform conform = new Conform(layouts);

        Step land = new StepBuilder(LAND, repository)
                .partitioner(LAND, partitions)
                .step(landGroup(repository, database, layouts, clock, console))
                .gridSize(settings.landing().workers())
                .taskExecutor(workers)
                .build();

        Step prove = stage.of("prove", (connection, night, report) -> {
            console.landingEnds();
            new Landing(layouts, night.inbox(), clock).prove(connection, night.deliveries());
        });

        Step check = stage.inParts(
                "check",
                workers,
                (connection, night) -> checks.begin(
                        connection, night.deliveries(), settings.landing().workers()),
                (connection, night, deliveries) -> checks.part(connection, deliveries),
                (connection, night, report) ->
                        report.incrementWriteCount(checks.found(connection, night.deliveries())));

        Step guard = stage.of(
                "guard",
                (connection, night, report) -> new TruncationGuard(
                                settings.guard().heldBelowPercent(),
                                settings.guard().smallestRows(),
                                layouts.withCoverage(Coverage.FINANCIAL_YEAR_TO_DATE))
                        .run(connection, night.authorities()));

        Step conformed = stage.inParts(
                "conform",
                workers,
                (connection, night) -> conform.groups(
                        connection, night.authorities(), settings.landing().workers()),
                (connection, night, authorities) -> conform.run(connection, authorities),
                (connection, night, report) -> conform.end(connection, night.deliveries()));

        Step measure = stage.inParts(
                "measure",
                workers,
                (connection, night) -> Measure.begin(
                        connection, kpis, night.measured(), settings.landing().workers()),
                (connection, night, authorities) -> Measure.part(connection, kpis, authorities),
                (connection, night, report) -> report.incrementWriteCount(Measure.end(connection)));

        Step compare = stage.inParts(
                "compare",
                workers,
                (connection, night) ->
                        Compare.begin(connection, settings.landing().workers()),
                (connection, night, authorities) -> Compare.part(connection, kpis, authorities),
                (connection, night, report) -> report.incrementWriteCount(Compare.end(connection)));

        Step judge = stage.inParts(
                "judge",
                workers,
                (connection, night) ->
                        Judge.begin(connection, kpis, settings.landing().workers()),
                (connection, night, authorities) -> Judge.part(connection, kpis, authorities),
                (connection, night, report) -> report.incrementWriteCount(Judge.end(connection)));

        Step gate = stage.of("gate", (connection, night, report) -> {
            long release = releases.candidate(connection, night);
            GateReport verdict = Gate.judge(connection, kpis, settings.gate(), release);
            releases.judged(connection, release, verdict);
            if (!verdict.isPassed()) {
                report.setExitStatus(REFUSED);
            }
        });

        Step publish = stage.inParts(
                "publish",
                workers,
                (connection, night) -> Publish.begin(
                        connection,
                        releases.candidate(connection, night),
                        // more groups than workers, since there is other work between them
                        2 * settings.landing().workers()),
                (connection, night, share) -> Publish.write(connection, releases.candidate(connection, night), share),
                (connection, night, report) ->
                        Publish.end(connection, releases.candidate(connection, night), clock.instant()));

        JobExecutionDecider goOn = (execution, gated) -> new FlowExecutionStatus(
                waits(database, execution.getJobParameters().getString(NIGHT)) ? WAITS : GOES_ON);

        return new JobBuilder(NAME, repository)
                .start(land)
                .next(prove)
                .next(guard)
                .next(check)
                .next(conformed)
                .next(measure)
                .next(compare)
                .next(judge)
                .next(gate)
                .on(REFUSED.getExitCode())
                .end(REFUSED.getExitCode())
                .from(gate)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(goOn)
                .from(goOn)
                .on(WAITS)
                .stop()
                .from(goOn)
                .on("*")
                .to(publish)
                .from(gate)
                .on("*")
                .fail()
                .end()
                .build();
    }

    private static boolean waits(DataSource database, @Nullable String night) {
        try {
            return InTransaction.run(
                    database, connection -> new Nights().held(connection).contains(night));
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "Whether the night waits to be published cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Lands the group that its partition's context holds. */
    private static Step landGroup(
            JobRepository repository, DataSource database, Layouts layouts, Clock clock, NightConsole console) {
        return new StepBuilder(LAND + "Group", repository)
                .tasklet(
                        (report, chunk) -> {
                            StepExecution partition = chunk.getStepContext().getStepExecution();
                            Path inbox = Path.of(partition.getJobParameters().getString(INBOX));
                            LandingGroup group = LandingGroup.parse(
                                    partition.getExecutionContext().getString(LandingPartitions.GROUP));
                            partition.setReadCount(new Landing(layouts, inbox, clock).land(database, group, console));
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
    }

    @Bean
    @StepScope
    LandingPartitions landingPartitions(
            @Value("#{jobParameters['" + NIGHT + "']}") String night,
            @Value("#{jobParameters['" + INBOX + "']}") String inbox,
            DataSource database,
            Layouts layouts,
            NightConsole console,
            Clock clock) {
        return new LandingPartitions(database, new Landing(layouts, Path.of(inbox), clock), night, console);
    }
}
