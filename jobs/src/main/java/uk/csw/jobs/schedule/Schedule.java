package uk.csw.jobs.schedule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The nightly trigger of this node. Kept in the database and clustered: of several nodes one fires, and when a node dies
 * in the middle of a night another one goes on with it. A night that was missed while no node was up runs once, as soon as
 * one is.
 */
public final class Schedule implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final JobKey NIGHT = JobKey.jobKey("nightly", "csw");
    private static final TriggerKey EVERY_NIGHT = TriggerKey.triggerKey("nightly", "csw");

    private static final Map<String, String> QUARTZ = Map.of(
            "org.quartz.scheduler.instanceName", "csw",
            "org.quartz.scheduler.instanceId", "AUTO",
            "org.quartz.scheduler.skipUpdateCheck", "true",
            "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
            "org.quartz.jobStore.tablePrefix", "ops.QRTZ_",
            "org.quartz.jobStore.isClustered", "true",
            "org.quartz.jobStore.clusterCheckinInterval", "10000",
            "org.quartz.threadPool.threadCount", "1");

    private final SchedulerFactoryBean factory;
    private final Scheduler scheduler;

    private Schedule(SchedulerFactoryBean factory, Scheduler scheduler) {
        this.factory = factory;
        this.scheduler = scheduler;
    }

    /**
     * Starts firing {@code night} every night at {@code time}, London time.
     *
     * @param database an open, migrated warehouse
     */
    public static Schedule every(LocalTime time, DataSource database, Runnable night) {
        return start("%d %d %d * * ?".formatted(time.getSecond(), time.getMinute(), time.getHour()), database, night);
    }

    /** Starts firing {@code night} by a Quartz expression. */
    static Schedule start(String cron, DataSource database, Runnable night) {
        SchedulerFactoryBean factory = new SchedulerFactoryBean();
        factory.setDataSource(database);
        Properties properties = new Properties();
        properties.putAll(QUARTZ);
        factory.setQuartzProperties(properties);
        factory.setSchedulerContextAsMap(Map.of(ScheduledNight.WORK, night));
        factory.setWaitForJobsToCompleteOnShutdown(false);
        try {
            factory.afterPropertiesSet();
            Scheduler scheduler = Objects.requireNonNull(factory.getScheduler());
            // Quartz holds its lock to the end of the caller's transaction; without one, two nodes that start for the
            // first time at once would both plan.
            new TransactionTemplate(new DataSourceTransactionManager(database))
                    .executeWithoutResult(transaction -> plan(scheduler, cron));
            scheduler.start();
            return new Schedule(factory, scheduler);
        } catch (Exception failure) { // Spring declares no narrower one
            IllegalStateException cannotStart = new IllegalStateException(
                    "The nightly schedule cannot be started: " + failure.getMessage(), failure);
            try {
                factory.destroy();
            } catch (SchedulerException alsoFailed) {
                cannotStart.addSuppressed(alsoFailed);
            }
            throw cannotStart;
        }
    }

    /** Leaves a trigger that says the same alone: replacing it would forget a night that was missed. */
    private static void plan(Scheduler scheduler, String cron) {
        JobDetail job = JobBuilder.newJob(ScheduledNight.class)
                .withIdentity(NIGHT)
                .withDescription("The whole flow for every new or changed delivery")
                .requestRecovery()
                .storeDurably()
                .build();
        try {
            if (scheduler.getTrigger(EVERY_NIGHT) instanceof CronTrigger known
                    && known.getCronExpression().equals(cron)) {
                return;
            }
            CronTrigger trigger = TriggerBuilder.newTrigger()
                    .withIdentity(EVERY_NIGHT)
                    .forJob(NIGHT)
                    .withSchedule(CronScheduleBuilder.cronSchedule(cron)
                            .inTimeZone(TimeZone.getTimeZone(ZONE))
                            .withMisfireHandlingInstructionFireAndProceed())
                    .build();
            scheduler.scheduleJob(job, Set.of(trigger), true);
        } catch (SchedulerException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** When the next night begins. */
    public Optional<Instant> next() {
        try {
            return Optional.ofNullable(scheduler.getTrigger(EVERY_NIGHT))
                    .map(trigger -> trigger.getNextFireTime())
                    .map(Date::toInstant);
        } catch (SchedulerException failure) {
            throw new IllegalStateException("The schedule cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Fires no more. A night that is running is not waited for: it can be gone on with at any time. */
    @Override
    public void close() {
        try {
            factory.destroy();
        } catch (SchedulerException failure) {
            throw new IllegalStateException("The schedule cannot be stopped: " + failure.getMessage(), failure);
        }
    }
}
