package uk.csw.pipeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.layout.CodeSet;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.support.Shared;

class CodeSetsTest {
    private final List<Problem> problems = new ArrayList<>();
    private final CodeSets sets = CodeSets.load(Shared.config(), problems);

    @Test
    void the_sets_we_ship_are_sound() {
        assertThat(problems).isEmpty();
        assertThat(sets.names()).contains("placement_type", "legal_status", "end_reason", "referral_source");
    }

    @Test
    void accommodation_is_a_letter_with_a_judgement_or_a_zero() {
        assertThat(codes("accommodation"))
                .hasSize(31)
                .contains("B1", "B2", "S2", "X2", "0")
                .doesNotContain("01", "02", "S1", "X1");
        assertThat(group("accommodation", "outside")).containsOnly("G1", "G2", "H1", "H2", "R1", "R2", "0");
    }

    @Test
    void groups_are_those_that_figures_count() {
        assertThat(group("placement_type", "foster")).containsOnly("U1", "U2", "U3", "U4", "U5", "U6");
        assertThat(group("placement_type", "residential")).containsOnly("K1", "K2", "R1", "S1");
        assertThat(group("placement_type", "temporary")).containsOnly("T0", "T1", "T2", "T3", "T4");
        assertThat(group("end_reason", "adoption")).containsOnly("E11", "E12");
        assertThat(group("end_reason", "special_guardianship")).containsOnly("E43", "E44", "E45", "E46", "E47", "E48");
        assertThat(group("legal_status", "short_break")).containsOnly("V3", "V4");
        assertThat(group("activity", "eet")).containsOnly("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5");
    }

    @Test
    void a_permanence_order_may_come_from_every_authority_there_is_or_was() {
        Set<String> authorities = ReferenceData.load(Shared.config()).authorities().all().stream()
                .map(Authority::code)
                .collect(Collectors.toSet());

        assertThat(group("permanence_authority", "england")).isEqualTo(authorities);
        assertThat(codes("permanence_authority")).contains("WAL", "SCO", "NIR", "NUK", "999");
    }

    @Test
    void the_number_that_a_code_had_is_read_as_spreadsheets_and_people_write_it() {
        CodeSet sex = Layouts.load(Shared.config()).codeSet("sex");

        for (String male : List.of("M", "1", "1.0", "1 - Male", "1 = Male", "(1) Male", "a) Male")) {
            assertThat(sex.code(sex.find(male))).as(male).isEqualTo("M");
        }
        assertThat(sex.code(sex.find("2.0"))).isEqualTo("F");
        assertThat(sex.find("7.0")).isEqualTo(CodeSet.UNKNOWN);
    }

    private Set<String> codes(String set) {
        return sets.codes(set).stream().map(Code::code).collect(Collectors.toSet());
    }

    private Set<String> group(String set, String group) {
        return sets.codes(set).stream()
                .filter(code -> code.groupCode().equals(group))
                .map(Code::code)
                .collect(Collectors.toSet());
    }
}
