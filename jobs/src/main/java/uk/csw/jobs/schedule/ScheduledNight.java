package uk.csw.jobs.schedule;

import java.util.Objects;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;

/** What Quartz calls when it is time. Public because Quartz creates it. */
@DisallowConcurrentExecution
public final class ScheduledNight implements Job {
    /** Name under which the scheduler keeps what is to be done. */
    static final String WORK = "night";

    @Override
    public void execute(JobExecutionContext fired) throws JobExecutionException {
        try {
            Runnable night = (Runnable)
                    Objects.requireNonNull(fired.getScheduler().getContext().get(WORK));
            night.run();
        } catch (SchedulerException | RuntimeException failure) {
            // Not fired again at once: what stopped it will be there still. The next night goes on from where it
            // stopped.
            throw new JobExecutionException(failure, false);
        }
    }
}
