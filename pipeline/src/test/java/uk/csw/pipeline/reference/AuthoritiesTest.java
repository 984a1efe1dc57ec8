package uk.csw.pipeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.support.Shared;

class AuthoritiesTest {
    private final Authorities authorities = ReferenceData.load(Shared.config()).authorities();

    @Test
    void an_authority_is_known_by_its_code_in_every_month_it_exists() {
        assertThat(authorities.at("372", YearMonth.of(2026, 9)))
                .isInstanceOfSatisfying(AuthorityStanding.Exists.class, exists -> {
                    assertThat(exists.authority().name()).isEqualTo("Rotherham");
                    assertThat(exists.authority().key()).isEqualTo(372);
                });
        assertThat(authorities.at("000", YearMonth.of(2026, 9))).isEqualTo(new AuthorityStanding.Unknown("000"));
    }

    @Test
    void an_ended_authority_names_its_successors() {
        assertThat(authorities.at("928", YearMonth.of(2021, 3))).isInstanceOf(AuthorityStanding.Exists.class);
        assertThat(authorities.at("928", YearMonth.of(2021, 4)))
                .isInstanceOfSatisfying(AuthorityStanding.Ended.class, ended -> {
                    assertThat(ended.last().validTo()).isEqualTo(LocalDate.of(2021, 3, 31));
                    assertThat(ended.successors()).extracting(Authority::code).containsExactly("940", "941");
                });
        assertThat(authorities.predecessors("839"))
                .extracting(Authority::name)
                .containsExactly("Dorset", "Poole", "Bournemouth");
    }

    @Test
    void an_authority_does_not_exist_before_it_was_made() {
        assertThat(authorities.at("943", YearMonth.of(2023, 3))).isInstanceOf(AuthorityStanding.NotYet.class);
        assertThat(authorities.at("943", YearMonth.of(2023, 4))).isInstanceOf(AuthorityStanding.Exists.class);
    }

    @Test
    void a_new_ons_code_is_a_new_span_of_the_same_authority() {
        assertThat(gss("370", YearMonth.of(2025, 4))).isEqualTo("E08000016");
        assertThat(gss("370", YearMonth.of(2025, 5))).isEqualTo("E08000038");
        assertThat(authorities.successors("370")).isEmpty();
    }

    @Test
    void london_boroughs_compare_with_inner_or_outer_london() {
        assertThat(authorities.newest("202"))
                .get()
                .extracting(Authority::comparisonRegionName)
                .isEqualTo("Inner London");
        assertThat(authorities.newest("315"))
                .get()
                .extracting(Authority::comparisonRegionName)
                .isEqualTo("Outer London");
        assertThat(authorities.newest("372"))
                .get()
                .extracting(Authority::comparisonRegionName)
                .isEqualTo("Yorkshire and The Humber");
    }

    @Test
    void names_in_published_tables_find_the_authority() {
        assertThat(authorities.named("Bristol"))
                .get()
                .extracting(Authority::code)
                .isEqualTo("801");
        assertThat(authorities.named("Dorset"))
                .get()
                .extracting(Authority::code)
                .isEqualTo("838");
        assertThat(authorities.named("Atlantis")).isEmpty();
    }

    private String gss(String code, YearMonth period) {
        return authorities.at(code, period) instanceof AuthorityStanding.Exists exists
                ? exists.authority().gssCode()
                : "";
    }
}
