package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeneratorTest {
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("header", List.of("CHILD")),
            Map.entry("episodes", List.of("CHILD", "DECOM")),
            Map.entry("reviews", List.of("CHILD", "REVIEW")),
            Map.entry("uasc", List.of("CHILD")),
            Map.entry("oc2", List.of("CHILD")),
            Map.entry("oc3", List.of("CHILD")),
            Map.entry("ad1", List.of("CHILD")),
            Map.entry("placed_for_adoption", List.of("CHILD", "DATE_PLACED")),
            Map.entry("previous_permanence", List.of("CHILD")),
            Map.entry("missing", List.of("CHILD", "MIS_START")),
            Map.entry("sw_episodes", List.of("CHILD", "SW_DECOM")));

    @TempDir
    private Path inbox;

    @Test
    void the_same_options_give_the_same_bytes() throws IOException {
        GeneratorOptions options = GeneratorOptions.of(
                        List.of(Returns.town(), Returns.county()), YearMonth.of(2024, 4), YearMonth.of(2024, 8))
                .withYearEndReturns(1)
                .withCensus()
                .withSize(0.3);

        new Generator(options).write(inbox.resolve("first"));
        new Generator(options).write(inbox.resolve("second"));
        new Generator(options.withSeed(2)).write(inbox.resolve("other seed"));

        assertThat(hash(inbox.resolve("first"))).isEqualTo(hash(inbox.resolve("second")));
        assertThat(hash(inbox.resolve("first"))).isNotEqualTo(hash(inbox.resolve("other seed")));
    }

    @Test
    void an_authority_is_the_same_whoever_else_is_generated() throws IOException {
        new Generator(Returns.oneYear(Returns.town())).write(inbox.resolve("alone"));
        new Generator(Returns.oneYear(Returns.county(), Returns.town())).write(inbox.resolve("both"));

        assertThat(hash(inbox.resolve("alone/372"))).isEqualTo(hash(inbox.resolve("both/372")));
    }

    @Test
    void natural_keys_are_unique_in_every_file() throws IOException {
        GeneratorOptions options = Returns.oneYear(Returns.town());
        new Generator(options).write(inbox);

        for (YearMonth month : options.deliveries()) {
            for (String table : KEYS.keySet()) {
                List<String> keys = keys(month, table);
                assertThat(new HashSet<>(keys)).as(table + " " + month).hasSameSizeAs(keys);
            }
        }
    }

    @Test
    void a_year_to_date_delivery_holds_every_row_of_the_months_before() throws IOException {
        GeneratorOptions options = Returns.oneYear(Returns.town()).withRecording(new RecordingHabits(0.2, 0, 0));
        new Generator(options).write(inbox);

        for (String table : KEYS.keySet()) {
            Set<String> before = Set.of();
            for (YearMonth month : options.deliveries()) {
                Set<String> now = new HashSet<>(keys(month, table));
                assertThat(now).as(table + " " + month).containsAll(before);
                before = now;
            }
            assertThat(before).as(table).isNotEmpty();
        }
    }

    @Test
    void corrections_and_withdrawals_take_a_few_rows_away_again() throws IOException {
        GeneratorOptions options = Returns.oneYear(Returns.town()).withRecording(new RecordingHabits(0, 0.05, 0.05));
        new Generator(options).write(inbox);

        Set<String> seen = new HashSet<>();
        for (YearMonth month : options.deliveries()) {
            seen.addAll(keys(month, "episodes"));
        }
        Set<String> vanished = new HashSet<>(seen);
        vanished.removeAll(keys(YearMonth.of(2025, 3), "episodes"));

        assertThat(vanished.size()).isBetween(seen.size() / 200, seen.size() / 8);
    }

    @Test
    void events_recorded_late_are_all_in_by_the_year_end() throws IOException {
        GeneratorOptions prompt = Returns.oneYear(Returns.town()).withRecording(RecordingHabits.perfect());
        GeneratorOptions late = prompt.withRecording(new RecordingHabits(0.4, 0, 0));

        long promptInJune = rowsIn(prompt, YearMonth.of(2024, 6), "missing");
        long lateInJune = rowsIn(late, YearMonth.of(2024, 6), "missing");

        assertThat(lateInJune).isLessThan(promptInJune);
        assertThat(new Generator(late).truth(Returns.town()).children())
                .hasSameSizeAs(new Generator(prompt).truth(Returns.town()).children());
    }

    @Test
    void open_rows_are_carried_into_the_new_year_and_ended_ones_are_not() throws IOException {
        GeneratorOptions options = GeneratorOptions.of(
                        List.of(Returns.town()), YearMonth.of(2025, 3), YearMonth.of(2025, 4))
                .withMess(MessShares.none())
                .withRecording(RecordingHabits.perfect());
        new Generator(options).write(inbox);
        Returns returns = new Returns(inbox);

        Set<String> openInMarch = returns.rows(Returns.town(), YearMonth.of(2025, 3), "episodes").stream()
                .filter(row -> row.getOrDefault("DEC", "").isEmpty())
                .map(row -> key(row, "episodes"))
                .collect(Collectors.toSet());
        Set<String> fromBefore = returns.rows(Returns.town(), YearMonth.of(2025, 4), "episodes").stream()
                .filter(row -> Returns.date(row, "DECOM").isBefore(java.time.LocalDate.of(2025, 4, 1)))
                .map(row -> key(row, "episodes"))
                .collect(Collectors.toSet());

        assertThat(fromBefore).isEqualTo(openInMarch);
    }

    @Test
    void a_file_of_somebody_else_is_neither_overwritten_nor_mixed_with_ours() throws IOException {
        Path folder = Files.createDirectories(inbox.resolve("372/2024-04"));
        Files.writeString(folder.resolve("real.csv"), "CHILD");

        assertThatThrownBy(() -> new Generator(Returns.oneYear(Returns.town())).write(inbox))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("real.csv")
                .hasMessageContaining("another inbox");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private long rowsIn(GeneratorOptions options, YearMonth month, String table) throws IOException {
        Path folder = inbox.resolve(Long.toString(options.recording().hashCode()));
        return new Generator(options)
                .write(folder).files().stream()
                        .filter(file ->
                                file.period().equals(month) && file.table().equals(table))
                        .mapToLong(WrittenFile::rows)
                        .sum();
    }

    private List<String> keys(YearMonth month, String table) throws IOException {
        return new Returns(inbox)
                .rows(Returns.town(), month, table).stream()
                        .map(row -> key(row, table))
                        .toList();
    }

    private static String key(Map<String, String> row, String table) {
        return KEYS.getOrDefault(table, List.of()).stream()
                .map(header -> row.getOrDefault(header, "?"))
                .collect(Collectors.joining("|"));
    }

    private static String hash(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new))) {
                digest.update(folder.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
