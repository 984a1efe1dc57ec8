package uk.csw.pipeline.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentaryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "See H801200001001, who moved twice.",
                "The child 9434765919 was placed.",
                "NHS 943 476 5919.",
                "Case 1234567."
            })
    void what_looks_like_a_childs_identifier_is_refused(String text) {
        assertThat(about(text, "A. Officer").objection().orElseThrow()).contains("identifier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,211 assessments by December 2026; £1,200,000 spent.", "Up from 60.4% to 65.512345%."})
    void amounts_and_years_are_not(String text) {
        assertThat(about(text, "A. Officer").objection()).isEmpty();
    }

    @Test
    void a_text_has_an_author_and_says_something() {
        assertThat(about("Fine.", " ").objection()).contains("Nobody is named as its author.");
        assertThat(about(" \n", "A. Officer").objection()).contains("The text is empty.");
        assertThat(about("x".repeat(4001), "A. Officer").objection().orElseThrow())
                .startsWith("The text has 4001");
    }

    private static Commentary about(String text, String by) {
        return new Commentary("CLA_RATE", 805, YearMonth.of(2026, 7), Optional.empty(), text, by);
    }
}
