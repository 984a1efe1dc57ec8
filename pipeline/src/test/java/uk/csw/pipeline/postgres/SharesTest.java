package uk.csw.pipeline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void the_largest_are_kept_apart_and_the_small_ones_fill_up() {
        Shares two = new Shares(2).add(301, 90).add(302, 60).add(303, 20).add(304, 20);

        assertThat(two.authorities()).containsExactly(Set.of(301), Set.of(302, 303, 304));
    }

    @Test
    void there_are_no_more_groups_than_authorities() {
        assertThat(new Shares(4).add(301, 0).authorities()).containsExactly(Set.of(301));
        assertThat(new Shares(4).authorities()).isEmpty();
    }
}
