package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ChanceTest {
    @Test
    void the_stream_of_given_numbers_never_changes() {
        Chance chance = Chance.of(1, 372, 5);

        assertThat(new long[] {chance.next(), chance.next()})
                .containsExactly(-1876714746839759586L, 5688825627152108443L);
    }

    @Test
    void what_is_expected_n_times_happens_n_times_on_average() {
        Chance chance = Chance.of(7);
        double sum = 0;
        for (int i = 0; i < 2_000; i++) {
            sum += chance.count(45.5);
        }

        assertThat(sum / 2_000).isCloseTo(45.5, within(0.6));
    }

    @Test
    void codes_are_picked_by_their_weights() {
        Chance chance = Chance.of(9);
        CodeMix mix = CodeMix.of("A 75, B 25");
        int some = 0;
        for (int i = 0; i < 10_000; i++) {
            some += mix.pick(chance).equals("A") ? 1 : 0;
        }

        assertThat(some).isBetween(7_300, 7_700);
    }
}
