package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TruthTest {
    @TempDir
    private Path inbox;

    private final GeneratorOptions options = GeneratorOptions.of(
                    List.of(Returns.town()), YearMonth.of(2024, 4), YearMonth.of(2025, 11))
            .withMess(MessShares.none())
            .withRecording(new RecordingHabits(0.2, 0.1, 0.03))
            .withYearEndReturns(2);

    @Test
    void it_is_what_a_careful_reader_of_all_deliveries_ends_with() throws IOException {
        Generator generator = new Generator(options);
        generator.write(inbox);
        Map<String, String> expected = new TreeMap<>();
        for (TrueChild child : generator.truth(Returns.town()).children()) {
            for (Episode episode : child.episodes()) {
                expected.put(child.id() + " " + episode.start(), words(episode));
            }
        }

        assertThat(readEverything()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void its_counts_are_those_of_its_episodes() {
        Truth truth = new Generator(options).truth(Returns.town());
        LocalDate march = LocalDate.of(2025, 3, 31);
        LocalDate april = LocalDate.of(2025, 4, 30);

        long before = truth.lookedAfterOn(march);
        long after = truth.lookedAfterOn(april);
        long started = truth.startedBetween(march.plusDays(1), april);
        long ceased = truth.ceasedBetween(march.plusDays(1), april).values().stream()
                .mapToLong(Long::longValue)
                .sum();

        assertThat(after).isEqualTo(before + started - ceased);
        assertThat(started).isPositive();
        assertThat(ceased).isPositive();
    }

    /** Newest delivery wins; a row of the year that the newest delivery of the year no longer holds is gone. */
    private Map<String, String> readEverything() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Map<String, LocalDate> starts = new TreeMap<>();
        for (YearMonth month : options.deliveries()) {
            LocalDate yearStart = new Position(month).yearStart();
            for (Iterator<String> keys = rows.keySet().iterator(); keys.hasNext(); ) {
                if (!starts.getOrDefault(keys.next(), LocalDate.MIN).isBefore(yearStart)) {
                    keys.remove();
                }
            }
            for (Map<String, String> row : new Returns(inbox).rows(Returns.town(), month, "episodes")) {
                LocalDate start = Returns.date(row, "DECOM");
                String key = row.get("CHILD") + " " + start;
                rows.put(key, words(row));
                starts.put(key, start);
            }
        }
        return rows;
    }

    private static String words(Episode episode) {
        return String.join(
                " ",
                episode.newEpisodeReason(),
                episode.legalStatus(),
                episode.need(),
                episode.placementType(),
                episode.end().map(LocalDate::toString).orElse("open"),
                episode.endReason(),
                // a return says of short breaks only when they were
                List.of("V3", "V4").contains(episode.legalStatus()) ? "" : episode.placementPostcode());
    }

    private static String words(Map<String, String> row) {
        LocalDate end = Returns.date(row, "DEC");
        return String.join(
                " ",
                row.get("RNE"),
                row.get("LS"),
                row.get("CIN"),
                row.get("PLACE"),
                end.equals(LocalDate.MAX) ? "open" : end.toString(),
                row.get("REC"),
                row.get("PL_POST"));
    }
}
