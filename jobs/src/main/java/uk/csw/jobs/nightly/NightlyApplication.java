package uk.csw.jobs.nightly;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import uk.csw.pipeline.committee.PriorityGroups;
import uk.csw.pipeline.delivery.DeliveryRegister;
import uk.csw.pipeline.delivery.RegisterOptions;
import uk.csw.pipeline.judge.Targets;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.quality.Checks;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.settings.Settings;

/**
 * Spring with what a night needs and no more: it starts in about a second. The job's own tables are part of the
 * warehouse schema, so Spring Batch creates none.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class,
    BatchAutoConfiguration.class
})
@Import(NightlyJob.class)
class NightlyApplication {
    private static final Map<String, Object> SETTLED = Map.of(
            "spring.batch.jdbc.initialize-schema", "never",
            "spring.batch.jdbc.table-prefix", "ops.batch_",
            // With the default, concurrent launches fail on PostgreSQL with serialisation errors.
            "spring.batch.jdbc.isolation-level-for-create", "READ_COMMITTED",
            "spring.main.lazy-initialization", "true");

    /** Starts Spring around an open warehouse. Closing the context does not close the database. */
    static ConfigurableApplicationContext start(
            DataSource database,
            Settings settings,
            Clock clock,
            NightConsole console,
            PrometheusMeterRegistry measured) {
        return new SpringApplicationBuilder(NightlyApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(SETTLED)
                .properties("spring.config.additional-location=optional:file:"
                        + settings.configDir().resolve("application.yaml"))
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("dataSource", database);
                    context.getBeanFactory().registerSingleton("settings", settings);
                    context.getBeanFactory().registerSingleton("clock", clock);
                    context.getBeanFactory().registerSingleton("nightConsole", console);
                    context.getBeanFactory().registerSingleton("meterRegistry", measured);
                })
                .run();
    }

    /** Readable execution contexts; the default is Java serialisation in Base64. */
    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }

    @Bean
    ThreadPoolTaskExecutor workers(Settings settings) {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setCorePoolSize(settings.landing().workers());
        pool.setThreadNamePrefix("work-");
        pool.setDaemon(true);
        return pool;
    }

    @Bean
    NightMeters nightMeters(MeterRegistry registry, DataSource database, Clock clock) {
        return new NightMeters(registry, database, clock);
    }

    @Bean
    DeliveryRegister deliveryRegister(Layouts layouts, Settings settings, Clock clock, NightConsole console) {
        return new DeliveryRegister(
                layouts,
                clock,
                new RegisterOptions(
                        settings.landing().partBytes(),
                        settings.landing().workers(),
                        settings.inbox().quiet(),
                        time -> {
                            console.say("Files were written to the inbox just now; looking again in " + time.toSeconds()
                                    + " s whether they are complete.");
                            pause(time);
                        }));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Bean
    Layouts layouts(Settings settings) {
        return Layouts.load(settings.configDir());
    }

    @Bean
    Checks checks(Settings settings) {
        return Checks.load(settings.configDir());
    }

    @Bean
    KpiCatalogue kpis(Settings settings) {
        return KpiCatalogue.load(settings.configDir());
    }

    @Bean
    Targets targets(Settings settings, KpiCatalogue kpis, ReferenceData reference) {
        return Targets.load(settings.configDir(), kpis, reference.authorities());
    }

    @Bean
    PriorityGroups priorityGroups(Settings settings, KpiCatalogue kpis, ReferenceData reference) {
        return PriorityGroups.load(settings.configDir(), kpis, reference.authorities());
    }

    @Bean
    ReferenceData referenceData(Settings settings) {
        return ReferenceData.load(settings.configDir());
    }
}
