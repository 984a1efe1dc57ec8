package uk.csw.jobs.nightly;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.TaskExecutor;
import uk.csw.pipeline.postgres.InTransaction;

/**
 * A step that runs one stage over the whole night in one transaction of its own, or in one for each part. The stage replaces its slices, so a
 * restart is a redo. The job repository records the step in other transactions: a kill between the two only means
 * that the stage is done once more, and a lost answer to a commit cannot leave the step in the state UNKNOWN, which
 * Spring Batch would refuse to restart.
 */
final class StageStep {
    private final JobRepository repository;
    private final DataSource database;
    private final NightConsole console;
    private final Nights nights = new Nights();

    StageStep(JobRepository repository, DataSource database, NightConsole console) {
        this.repository = repository;
        this.database = database;
        this.console = console;
    }

    /** The step {@code name}, which runs {@code stage}. */
    Step of(String name, Stage stage) {
        return new StepBuilder(name, repository)
                .tasklet(
                        told(name, (contribution, chunk) -> {
                            JobParameters parameters =
                                    chunk.getStepContext().getStepExecution().getJobParameters();
                            String night = parameters.getString(NightlyJob.NIGHT);
                            Path inbox = Path.of(parameters.getString(NightlyJob.INBOX));
                            InTransaction.run(database, connection -> {
                                stage.run(connection, nights.load(connection, night, inbox), contribution);
                                return contribution;
                            });
                            return RepeatStatus.FINISHED;
                        }),
                        new ResourcelessTransactionManager())
                .build();
    }

    /**
     * The step {@code name}, which divides its work, runs the parts at the same time, and ends when all are done: each in a
     * transaction of its own. Where a part fails the others still end, the step does not.
     */
    <T> Step inParts(String name, TaskExecutor workers, Divided<T> divided, Part<T> part, Stage end) {
        return new StepBuilder(name, repository)
                .tasklet(
                        told(name, (contribution, chunk) -> {
                            JobParameters parameters =
                                    chunk.getStepContext().getStepExecution().getJobParameters();
                            String night = parameters.getString(NightlyJob.NIGHT);
                            Path inbox = Path.of(parameters.getString(NightlyJob.INBOX));
                            Night loaded =
                                    InTransaction.run(database, connection -> nights.load(connection, night, inbox));
                            List<T> parts = InTransaction.run(database, connection -> divided.of(connection, loaded));
                            atOnce(loaded, parts, workers, part);
                            InTransaction.run(database, connection -> {
                                end.run(connection, loaded, contribution);
                                return contribution;
                            });
                            return RepeatStatus.FINISHED;
                        }),
                        new ResourcelessTransactionManager())
                .build();
    }

    /** The same, said on the console while it is at work. */
    private Tasklet told(String name, Tasklet work) {
        return (contribution, chunk) -> {
            console.stageBegins(name);
            try {
                return work.execute(contribution, chunk);
            } finally {
                console.stageEnds();
            }
        };
    }

    private <T> void atOnce(Night night, List<T> parts, TaskExecutor workers, Part<T> part) throws SQLException {
        List<FutureTask<Boolean>> running = new ArrayList<>();
        for (T one : parts) {
            FutureTask<Boolean> task = new FutureTask<>(() -> InTransaction.run(database, connection -> {
                part.run(connection, night, one);
                return true;
            }));
            running.add(task);
            workers.execute(task);
        }
        @Nullable SQLException failed = null;
        for (FutureTask<Boolean> task : running) {
            try {
                task.get();
            } catch (ExecutionException failure) {
                Throwable told = failure.getCause();
                SQLException cause = told instanceof SQLException known ? known : new SQLException(told);
                if (failed == null) {
                    failed = cause;
                } else {
                    failed.addSuppressed(cause);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new SQLException("Stopped while its parts were at work", stopped);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    /** Divides the work of a night. */
    @FunctionalInterface
    interface Divided<T> {
        List<T> of(Connection connection, Night night) throws SQLException;
    }

    /** What a step does for one part of it. */
    @FunctionalInterface
    interface Part<T> {
        void run(Connection connection, Night night, T part) throws SQLException;
    }

    /** What a step does for a night. */
    @FunctionalInterface
    interface Stage {
        void run(Connection connection, Night night, StepContribution contribution) throws SQLException;
    }
}
