package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UpnTest {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    @Test
    void the_check_letter_is_the_weighted_sum_of_the_digits_modulo_23() {
        String upn = Upn.of(372, 2001, 2015, 17);

        assertThat(upn.substring(1)).isEqualTo("372200115017");
        assertThat(upn.charAt(0)).isEqualTo(LETTERS.charAt(sumOfProducts("372200115017") % 23));
    }

    @Test
    void a_broken_number_differs_in_its_letter_alone() {
        String upn = Upn.of(372, 2001, 2015, 17);

        assertThat(Upn.broken(upn)).isNotEqualTo(upn).endsWith("372200115017").matches("[A-HJ-NP-RT-Z]\\d{12}");
    }

    private static int sumOfProducts(String digits) {
        int sum = 0;
        int multiplier = 2;
        for (char digit : digits.toCharArray()) {
            sum += Character.getNumericValue(digit) * multiplier++;
        }
        return sum;
    }
}
