package uk.csw.jobs.nightly;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.csw.pipeline.conform.Conform;

/**
 * The nightly job, top to bottom.
 *
 * <p>Input: the deliveries frozen under {@link #NIGHT} in ops.delivery. Validation: the landing judges every row; bad
 * rows are data, kept in quarantine, and no step skips or retries. Output: a published release. Every step is one
 * transaction (the landing: one per group of files) that replaces what it writes, so a failed or killed night starts
 * again at the step that did not finish, with the same deliveries, and ends as an undisturbed one would have.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJob {
    /** Name of the job. */
    static final String NAME = "nightly";

    /** The job's one parameter: the night's id. */
    static final String NIGHT = "night";

    /** How a night ends that was loaded but whose release the gate refused. */
    static final ExitStatus REFUSED = new ExitStatus("REFUSED");

    @Bean
    Job nightly(JobRepository repository, DataSource database) {
        StageStep stage = new StageStep(repository, database, new Nights());
        return new JobBuilder(NAME, repository)
                .start(stage.of(
                        "conform",
                        (connection, night, contribution) ->
                                new Conform(List.of()).run(connection, night.authorities())))
                .build();
    }
}
