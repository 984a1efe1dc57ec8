package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.support.Shared;

final class ReferralSeasonTest {
    private static final int FIRST_MONTH = 12;

    @Test
    void the_months_share_out_the_whole_year() {
        double sum =
                Arrays.stream(Month.values()).mapToDouble(ReferralSeason::share).sum();

        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_shares_are_those_of_the_published_months() throws IOException {
        List<String[]> years = england();
        double all = 0;
        double[] byMonth = new double[12];
        for (String[] year : years) {
            for (int i = 0; i < 12; i++) {
                double referrals = Double.parseDouble(year[FIRST_MONTH + i]);
                byMonth[i] += referrals;
                all += referrals;
            }
        }

        assertThat(years).hasSize(3);
        for (int i = 0; i < 12; i++) {
            Month month = Month.APRIL.plus(i);
            assertThat(ReferralSeason.share(month)).as(month.toString()).isCloseTo(byMonth[i] / all, within(1e-9));
        }
    }

    private static List<String[]> england() throws IOException {
        Path published =
                Shared.required("published/dfe-cin-2024/c6_children_in_need_referrals_by_month_2013_to_2024.csv");
        return Files.readAllLines(published).stream()
                .filter(line -> line.contains(",National,"))
                .filter(line -> line.startsWith("2022") || line.startsWith("2023") || line.startsWith("2024"))
                .map(line -> line.split(",", -1))
                .toList();
    }
}
