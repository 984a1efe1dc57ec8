package uk.csw.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** The arrows between modules, and between the stages of the pipeline. */
@AnalyzeClasses(packages = "uk.csw", importOptions = ArrowsTest.OnlyProduct.class)
class ArrowsTest {
    /** Test classes use what they like, in their folders and in the jars of a whole build. */
    static final class OnlyProduct implements ImportOption {
        private static final ImportOption NOT_IN_TEST_FOLDERS = new DoNotIncludeTests();

        @Override
        public boolean includes(Location location) {
            return NOT_IN_TEST_FOLDERS.includes(location) && !location.contains("-tests.jar");
        }
    }

    /** The stages in the order data passes through them. */
    private static final List<String> STAGES = List.of(
            "delivery",
            "layout",
            "quality",
            "conform",
            "kpi",
            "comparator",
            "compare",
            "judge",
            "publish",
            "explain",
            "committee");

    @ArchTest
    static final ArchRule the_schema_depends_on_nothing_of_ours = noClasses()
            .that()
            .resideInAPackage("uk.csw.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("uk.csw.pipeline..", "uk.csw.jobs..");

    @ArchTest
    static final ArchRule the_pipeline_knows_neither_jobs_nor_schema = noClasses()
            .that()
            .resideInAPackage("uk.csw.pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("uk.csw.jobs..", "uk.csw.schema..");

    @ArchTest
    static final ArchRule the_pipeline_is_plain_java = noClasses()
            .that()
            .resideOutsideOfPackage("uk.csw.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "picocli..", "io.micrometer..");

    @ArchTest
    static final ArchRule only_postgres_touches_the_driver = noClasses()
            .that()
            .resideOutsideOfPackage("uk.csw.pipeline.postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.postgresql..");

    @ArchTest
    static final ArchRule only_the_schedule_imports_quartz = noClasses()
            .that()
            .resideOutsideOfPackage("uk.csw.jobs.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.quartz..");

    @ArchTest
    static final ArchRule only_jobs_imports_spring_batch = noClasses()
            .that()
            .resideOutsideOfPackage("uk.csw.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..");

    /** All commands are made before it is known where the log goes: a logger kept by one would send it elsewhere. */
    @ArchTest
    static final ArchRule no_command_keeps_a_logger = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("uk.csw.jobs.command..")
            .should()
            .haveRawType(Logger.class);

    @ArchTest
    static void a_stage_uses_only_earlier_stages(JavaClasses classes) {
        for (int stage = 0; stage < STAGES.size() - 1; stage++) {
            noClasses()
                    .that(resideInAnyPackage(packages(Stream.of(STAGES.get(stage)))))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(packages(STAGES.subList(stage + 1, STAGES.size()).stream())))
                    .as(STAGES.get(stage) + " uses no later stage")
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule shared_packages_use_no_stage = noClasses()
            .that(resideInAnyPackage(
                    packages(Stream.of("calendar", "reference", "postgres", "settings", "sqlcondition"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages(STAGES.stream())));

    @ArchTest
    static final ArchRule no_stage_uses_the_generator = noClasses()
            .that(resideInAnyPackage(packages(STAGES.stream())))
            .should()
            .dependOnClassesThat(resideInAPackage("uk.csw.pipeline.generate.."));

    private static String[] packages(Stream<String> names) {
        return names.map(name -> "uk.csw.pipeline." + name + "..").toArray(String[]::new);
    }
}
