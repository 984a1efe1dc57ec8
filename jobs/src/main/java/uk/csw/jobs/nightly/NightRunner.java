package uk.csw.jobs.nightly;

import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
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

    /** Marks executions that a dead process left running as failed; returns how many there were. */
    int recoverDead() {
        Set<JobExecution> running = repository.findRunningJobExecutions(NightlyJob.NAME);
        running.forEach(operator::recover);
        return running.size();
    }

    /** The newest execution of this night, if it was ever started. */
    Optional<JobExecution> last(String night) {
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, parameters(night));
        return Optional.ofNullable(instance).map(repository::getLastJobExecution);
    }

    /** Whether nothing of this night remains to be done. */
    boolean isComplete(String night) {
        return last(night)
                .map(JobExecution::getStatus)
                .filter(BatchStatus.COMPLETED::equals)
                .isPresent();
    }

    /**
     * Runs the night from the first step that is not complete.
     *
     * @return how it ended; a failed step is an outcome, not an exception
     */
    JobExecution run(String night) {
        try {
            Optional<JobExecution> last = last(night);
            return last.isPresent() ? operator.restart(last.get()) : operator.start(nightly, parameters(night));
        } catch (JobExecutionException refused) {
            throw new IllegalStateException(
                    "Night " + night + " cannot be started: " + refused.getMessage() + ". See csw runs list.", refused);
        }
    }

    private static JobParameters parameters(String night) {
        return new JobParametersBuilder().addString(NightlyJob.NIGHT, night).toJobParameters();
    }
}
