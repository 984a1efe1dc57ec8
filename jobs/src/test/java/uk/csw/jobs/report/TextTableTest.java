package uk.csw.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columns_line_up_and_figures_stand_to_the_right() {
        TextTable table = TextTable.of("name", ">rows", "").row("a", 5, "▲").row("longer", "1,234", "");

        assertThat(table.lines()).containsExactly("name     rows", "a           5  ▲", "longer  1,234");
    }

    @Test
    void a_row_with_another_number_of_cells_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> TextTable.of("one").row(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
