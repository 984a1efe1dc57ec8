package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A sample of authorities comes out near England's figures for the year ending March 2025. */
final class SizeTest {
    private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);
    private static final int RESIDENTS = 60_000;

    private static List<Truth> truths = List.of();

    @BeforeAll
    static void live_forty_authorities() {
        List<GeneratedAuthority> authorities = IntStream.range(0, 40)
                .mapToObj(i -> new GeneratedAuthority(300 + i, "Authority " + i, RESIDENTS))
                .toList();
        Generator generator =
                new Generator(GeneratorOptions.of(authorities, YearMonth.of(2025, 3), YearMonth.of(2025, 3))
                        .withYearEndReturns(1));
        truths = authorities.parallelStream().map(generator::truth).toList();
    }

    @Test
    void about_67_in_10_000_are_looked_after() {
        double[] rates = truths.stream()
                .mapToDouble(truth -> per10k(truth.lookedAfterOn(MARCH)))
                .sorted()
                .toArray();

        assertThat(mean(rates)).isCloseTo(67, within(8.0));
        assertThat(rates[0]).isBetween(30.0, 55.0);
        assertThat(rates[rates.length - 1]).isBetween(85.0, 135.0);
    }

    @Test
    void about_26_in_10_000_start_and_28_cease_in_a_year() {
        double starts = truths.stream()
                .mapToDouble(truth -> per10k(truth.startedBetween(APRIL, MARCH)))
                .average()
                .orElseThrow();
        double ceases = truths.stream()
                .mapToDouble(truth -> per10k(sum(truth.ceasedBetween(APRIL, MARCH))))
                .average()
                .orElseThrow();

        assertThat(starts).isCloseTo(26, within(3.5));
        assertThat(ceases).isCloseTo(28, within(3.5));
    }

    @Test
    void nine_in_a_hundred_leave_by_adoption_and_twelve_by_special_guardianship() {
        assertThat(shareOfCeased("E11", "E12")).isCloseTo(0.09, within(0.02));
        assertThat(shareOfCeased("E45", "E46", "E47", "E48")).isCloseTo(0.12, within(0.02));
    }

    @Test
    void two_thirds_are_fostered_and_one_in_eight_lives_in_a_home() {
        assertThat(shareOfPlacements("U")).isCloseTo(0.67, within(0.04));
        assertThat(shareOfPlacements("K1", "K2", "R1", "S1")).isCloseTo(0.12, within(0.02));
    }

    @Test
    void eight_in_a_hundred_are_unaccompanied_asylum_seekers() {
        long asylum = truths.stream()
                .flatMap(truth -> truth.children().stream())
                .filter(child -> child.isAsylumSeeker() && child.isLookedAfterOn(MARCH))
                .count();

        assertThat((double) asylum / lookedAfter()).isCloseTo(0.08, within(0.02));
    }

    @Test
    void half_of_the_care_leavers_of_19_to_21_are_occupied_and_nine_in_ten_suitably_housed() {
        List<Leaver> leavers = truths.stream()
                .flatMap(truth -> truth.children().stream())
                .flatMap(child -> child.leavers().stream())
                .filter(leaver -> leaver.age() >= 19 && !leaver.birthday().isBefore(APRIL))
                .filter(leaver ->
                        !leaver.inTouch().equals("DIED") && !leaver.inTouch().equals("RHOM"))
                .toList();

        double occupied =
                share(leavers, leaver -> "FP".indexOf(leaver.activity().charAt(0)) >= 0);
        double suitable = share(leavers, leaver -> leaver.accommodation().endsWith("1"));

        assertThat(occupied).isCloseTo(0.54, within(0.03));
        assertThat(suitable).isCloseTo(0.89, within(0.03));
    }

    private static double share(List<Leaver> leavers, java.util.function.Predicate<Leaver> condition) {
        return (double) leavers.stream().filter(condition).count() / leavers.size();
    }

    private static double shareOfCeased(String... reasons) {
        double some = 0;
        double all = 0;
        for (Truth truth : truths) {
            Map<String, Long> ceased = truth.ceasedBetween(APRIL, MARCH);
            all += sum(ceased);
            for (String reason : reasons) {
                some += ceased.getOrDefault(reason, 0L);
            }
        }
        return some / all;
    }

    private static double shareOfPlacements(String... starts) {
        long some = truths.stream()
                .flatMap(truth -> truth.children().stream())
                .flatMap(child -> child.episodes().stream())
                .filter(episode -> episode.counts() && episode.isOpenOn(MARCH))
                .filter(episode -> List.of(starts).stream()
                        .anyMatch(start -> episode.placementType().startsWith(start)))
                .count();
        return (double) some / lookedAfter();
    }

    private static long lookedAfter() {
        return truths.stream().mapToLong(truth -> truth.lookedAfterOn(MARCH)).sum();
    }

    private static double per10k(long children) {
        return children * 10_000.0 / RESIDENTS;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
