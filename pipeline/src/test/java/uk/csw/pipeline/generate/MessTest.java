package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MessTest {
    private static final GeneratedAuthority TOWN = Returns.town();

    @TempDir
    private Path inbox;

    @ParameterizedTest
    @EnumSource(Mess.class)
    void the_account_names_as_many_lines_as_differ_from_the_clean_file(Mess mess) throws IOException {
        Generated clean = new Generator(options(MessShares.none())).write(inbox.resolve("clean"));
        double share = mess.reach() == Mess.Reach.ROW ? 0.05 : 1;
        Generated messy = new Generator(options(MessShares.none().with(mess, share))).write(inbox.resolve("messy"));

        for (int i = 0; i < clean.files().size(); i++) {
            WrittenFile before = clean.files().get(i);
            WrittenFile after = messy.files().get(i);
            List<String> cleanLines = Files.readAllLines(before.path());
            List<String> messyLines = Files.readAllLines(after.path());
            int planted = after.planted().getOrDefault(mess, 0);
            int blank = mess == Mess.TRAILING_BLANK_ROWS ? 3 : 0;

            assertThat(after.rows()).isEqualTo(messyLines.size() - 1 - blank);
            if (mess == Mess.DUPLICATE_ROW) {
                assertThat(after.rows()).isEqualTo(before.rows() + planted);
            } else if (mess == Mess.TRAILING_BLANK_ROWS) {
                assertThat(messyLines.subList(0, cleanLines.size())).isEqualTo(cleanLines);
            } else if (mess != Mess.OTHER_FILE_NAME && mess != Mess.BOM_AND_CRLF) {
                assertThat(differing(cleanLines, messyLines)).isEqualTo(planted);
            }
        }
        assertThat(messy.planted(mess)).isPositive();
    }

    @Test
    void rows_that_cannot_be_loaded_are_told_from_those_that_can() throws IOException {
        MessShares shares = MessShares.none().with(Mess.RAGGED_ROW, 0.02).with(Mess.BAD_UPN, 0.1);
        Generated generated = new Generator(options(shares)).write(inbox);

        assertThat(generated.toQuarantine()).isEqualTo(generated.planted(Mess.RAGGED_ROW));
        assertThat(generated.planted(Mess.BAD_UPN)).isPositive();
    }

    @Test
    void a_spoilt_row_stays_spoilt_for_the_rest_of_the_year() throws IOException {
        GeneratorOptions options = GeneratorOptions.of(List.of(TOWN), YearMonth.of(2024, 4), YearMonth.of(2024, 9))
                .withRecording(RecordingHabits.perfect())
                .withMess(MessShares.none().with(Mess.BLANK_REQUIRED, 0.02));
        List<Integer> planted = new Generator(options)
                .write(inbox).files().stream()
                        .filter(file -> file.table().equals("reviews"))
                        .map(WrittenFile::toQuarantine)
                        .toList();

        assertThat(planted).isSorted();
        assertThat(planted.get(planted.size() - 1)).isPositive();
    }

    @Test
    void the_usual_mess_touches_one_or_two_rows_in_a_hundred() throws IOException {
        List<GeneratedAuthority> authorities = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> new GeneratedAuthority(800 + i, "Authority " + i, 40_000))
                .toList();
        Generated generated = new Generator(
                        GeneratorOptions.of(authorities, YearMonth.of(2025, 3), YearMonth.of(2025, 3))
                                .withCensus())
                .write(inbox);

        assertThat((double) generated.toQuarantine() / generated.rows()).isBetween(0.001, 0.005);
    }

    private static GeneratorOptions options(MessShares shares) {
        return GeneratorOptions.of(
                        List.of(TOWN, Returns.withNumericIds()), YearMonth.of(2024, 6), YearMonth.of(2024, 6))
                .withSize(0.5)
                .withCensus()
                .withMess(shares);
    }

    private static int differing(List<String> clean, List<String> messy) {
        assertThat(messy).hasSameSizeAs(clean);
        int differing = 0;
        for (int i = 1; i < clean.size(); i++) {
            differing += clean.get(i).equals(messy.get(i)) ? 0 : 1;
        }
        return differing;
    }
}
