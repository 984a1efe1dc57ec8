package uk.csw.jobs.nightly;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.EmptyResultDataAccessException;

/** What ran, as the job repository tells it. */
public final class Runs {
    private static final String COMPLETED = "completed";
    private static final String GATE_REFUSED = "refused by the gate";
    private static final String WAITS = "waits to be published";
    private static final int SHORT_NIGHT = 12;

    private final JobRepository repository;

    Runs(JobRepository repository) {
        this.repository = repository;
    }

    /** The newest runs first, at most {@code most}. */
    public List<Run> newest(int most) {
        return repository.getJobInstances(NightlyJob.NAME, 0, most).stream()
                .flatMap((JobInstance instance) -> repository.getJobExecutions(instance).stream())
                .sorted(Comparator.comparing(JobExecution::getId).reversed())
                .limit(most)
                .map(Runs::run)
                .toList();
    }

    /** Whether the night was run to the end, by this run or a later one. */
    public boolean isNightComplete(Run run) {
        return repository
                .getJobExecutions(Objects.requireNonNull(repository.getJobExecution(run.id()))
                        .getJobInstance())
                .stream()
                .anyMatch(execution -> run(execution).isComplete());
    }

    /** The run with this number. */
    public Optional<Run> find(long id) {
        try {
            return Optional.ofNullable(repository.getJobExecution(id)).map(Runs::run);
        } catch (EmptyResultDataAccessException none) {
            // Spring Batch 6 looks up the instance of the run first, and fails where there is no such run.
            return Optional.empty();
        }
    }

    /** The night's id as people read it. */
    static String shortened(String night) {
        return night.substring(0, Math.min(SHORT_NIGHT, night.length()));
    }

    static Run run(JobExecution execution) {
        return new Run(
                execution.getId(),
                execution.getJobInstance().getJobName(),
                Optional.ofNullable(execution.getJobParameters().getString(NightlyJob.NIGHT))
                        .orElse(""),
                state(execution),
                Optional.ofNullable(execution.getStartTime()),
                duration(execution.getStartTime(), execution.getEndTime()),
                execution.getStepExecutions().stream()
                        .sorted(Comparator.comparing(StepExecution::getId))
                        .map(Runs::step)
                        .toList());
    }

    private static Step step(StepExecution step) {
        return new Step(
                step.getStepName(),
                step.getStatus().name().toLowerCase(Locale.ROOT),
                duration(step.getStartTime(), step.getEndTime()),
                step.getReadCount(),
                step.getWriteCount(),
                firstLine(step.getExitStatus().getExitDescription()));
    }

    private static String state(JobExecution execution) {
        boolean refused = NightlyJob.REFUSED
                .getExitCode()
                .equals(execution.getExitStatus().getExitCode());
        if (refused) {
            return GATE_REFUSED;
        }
        // Nothing stops a run but the wish to publish it later.
        return execution.getStatus() == BatchStatus.STOPPED
                ? WAITS
                : execution.getStatus().name().toLowerCase(Locale.ROOT);
    }

    /** The stack trace that Spring Batch keeps begins with the class of the failure and its message. */
    private static String firstLine(String description) {
        return description.lines().findFirst().orElse("").replaceFirst("^[\\w.$]+: ", "");
    }

    private static Optional<Duration> duration(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        return start == null || end == null ? Optional.empty() : Optional.of(Duration.between(start, end));
    }

    /**
     * One execution of a job.
     *
     * @param night the night it was for
     * @param state in words
     * @param steps in the order they were started, partitions of the landing among them
     */
    public record Run(
            long id,
            String job,
            String night,
            String state,
            Optional<LocalDateTime> started,
            Optional<Duration> took,
            List<Step> steps) {
        /** Whether every step was done, the last one perhaps a refusal by the gate. */
        public boolean isComplete() {
            return state.equals(COMPLETED) || isRefused();
        }

        /** Whether it ended with its release published. */
        public boolean isPublished() {
            return state.equals(COMPLETED);
        }

        /** Whether everything was done but to publish it, as was wished. */
        public boolean isWaiting() {
            return state.equals(WAITS);
        }

        /** Whether the night was loaded and the gate refused its release. */
        public boolean isRefused() {
            return state.equals(GATE_REFUSED);
        }
    }

    /**
     * One execution of a step.
     *
     * @param failure first line of what went wrong, or empty
     */
    public record Step(String name, String state, Optional<Duration> took, long read, long written, String failure) {
        /** Whether it is one of the groups that the landing was shared out into. */
        public boolean isPartition() {
            return name.indexOf(':') >= 0;
        }
    }
}
