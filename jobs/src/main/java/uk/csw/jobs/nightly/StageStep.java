package uk.csw.jobs.nightly;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import uk.csw.pipeline.postgres.InTransaction;

/**
 * A step that runs one stage over the whole night in one transaction of its own. The stage replaces its slices, so a
 * restart is a redo. The job repository records the step in other transactions: a kill between the two only means
 * that the stage is done once more, and a lost answer to a commit cannot leave the step in the state UNKNOWN, which
 * Spring Batch would refuse to restart.
 */
final class StageStep {
    private final JobRepository repository;
    private final DataSource database;
    private final Nights nights = new Nights();

    StageStep(JobRepository repository, DataSource database) {
        this.repository = repository;
        this.database = database;
    }

    /** The step {@code name}, which runs {@code stage}. */
    Step of(String name, Stage stage) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, chunk) -> {
                            JobParameters parameters =
                                    chunk.getStepContext().getStepExecution().getJobParameters();
                            String night = parameters.getString(NightlyJob.NIGHT);
                            Path inbox = Path.of(parameters.getString(NightlyJob.INBOX));
                            InTransaction.run(database, connection -> {
                                stage.run(connection, nights.load(connection, night, inbox), contribution);
                                return contribution;
                            });
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
    }

    /** What a step does for a night. */
    @FunctionalInterface
    interface Stage {
        void run(Connection connection, Night night, StepContribution contribution) throws SQLException;
    }
}
