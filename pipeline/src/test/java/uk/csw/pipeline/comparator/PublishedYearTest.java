package uk.csw.pipeline.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedYearTest {
    @ParameterizedTest
    @CsvSource({
        "2025, 2025",
        "2024-25, 2025",
        "2024/25, 2025",
        "202425, 2025",
        "1999-00, 2000",
        "2023 (Rev), 2023",
        "2023-24 (OT), 2024",
        "2021/22-23/24, 2024"
    })
    void a_year_is_the_one_in_which_it_ends(String written, int year) {
        assertThat(PublishedYear.of(written)).hasValue(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "Spring", "45931", "2025-26-27", "202409", "2024-29"})
    void what_names_no_year_is_none(String written) {
        assertThat(PublishedYear.of(written)).isEmpty();
    }

    @Test
    void spaces_around_it_do_not_matter() {
        assertThat(PublishedYear.of(" 2025 ")).isEqualTo(OptionalInt.of(2025));
    }
}
