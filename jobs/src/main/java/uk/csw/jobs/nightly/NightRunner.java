package uk.csw.jobs.nightly;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Starts nights, and starts them again where they stopped. The caller holds the night lock. */
final class NightRunner {
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job nightly;

    NightRunner(JobOperator operator, JobRepository repository, Job nightly) {
        this.operator = operator;
        this.repository = repository;
        this.nightly = nightly;
    }

    /** Marks executions that a dead process left running as failed; returns their nights. */
    List<String> recoverDead() {
        Set<JobExecution> running = repository.findRunningJobExecutions(NightlyJob.NAME);
        running.forEach(operator::recover);
        return running.stream()
                .map(execution -> execution.getJobParameters().getString(NightlyJob.NIGHT))
                .toList();
    }

    /** The newest execution of this night, if it was ever started. */
    Optional<JobExecution> last(String night) {
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, identity(night));
        return Optional.ofNullable(instance).map(repository::getLastJobExecution);
    }

    /**
     * Runs the night from the first step that is not complete.
     *
     * @param inbox where its deliveries lie, should it never have been started; a restart uses the inbox of the start
     * @return how it ended; a failed step is an outcome, not an exception
     * @throws NightNotStarted when it is complete
     */
    JobExecution run(String night, Path inbox) {
        try {
            Optional<JobExecution> last = last(night);
            return last.isPresent() ? operator.restart(last.get()) : operator.start(nightly, parameters(night, inbox));
        } catch (JobExecutionException refused) {
            throw new NightNotStarted(night, refused);
        }
    }

    private static JobParameters identity(String night) {
        return new JobParametersBuilder().addString(NightlyJob.NIGHT, night).toJobParameters();
    }

    private static JobParameters parameters(String night, Path inbox) {
        return new JobParametersBuilder(identity(night))
                .addString(NightlyJob.INBOX, inbox.toAbsolutePath().normalize().toString(), false)
                .toJobParameters();
    }
}
