package uk.csw.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputsTest {
    private static final Set<String> ENTITIES = Set.of(
            "person",
            "person_ethnicity",
            "care_episode",
            "care_review",
            "referral",
            "plan",
            "plan_visit",
            "plan_review");

    private final Inputs inputs = new Inputs(
            List.of(
                    new Derived("staging.described_child", "described_child.sql"),
                    new Derived("core.dim_child", "child.sql"),
                    new Derived("core.fact_care_episode", "care_episode.sql"),
                    new Derived("core.fact_placement", "placement.sql"),
                    new Derived("core.fact_assessment", "assessment.sql", "referral_base"),
                    new Derived("core.fact_plan", "plan.sql"),
                    new Derived("core.fact_plan_visit", "plan_visit.sql")),
            ENTITIES);

    @Test
    void a_fact_is_made_of_what_its_statement_and_those_of_the_facts_it_reads_mention() {
        assertThat(inputs.of("core.fact_placement"))
                .containsExactlyInAnyOrder("person", "person_ethnicity", "care_episode");
    }

    @Test
    void facts_that_share_what_is_kept_aside_are_made_of_the_same_and_so_are_those_that_read_them() {
        assertThat(inputs.of("core.fact_plan"))
                .containsExactlyInAnyOrder("person", "person_ethnicity", "referral", "plan")
                .isEqualTo(inputs.of("core.fact_assessment"));
        assertThat(inputs.of("core.fact_plan_visit"))
                .containsExactlyInAnyOrder("person", "person_ethnicity", "referral", "plan", "plan_visit");
    }

    @Test
    void every_child_is_known_whatever_mentions_it() {
        assertThat(inputs.of("core.dim_child")).isEqualTo(ENTITIES);
    }
}
