package uk.csw.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is a finding on its delivery, and the others go on. */
class InboxScanTest {
    @TempDir
    Path inbox;

    @BeforeEach
    void two_deliveries() throws IOException {
        for (String delivery : List.of("805/2026-06", "806/2026-06")) {
            Files.createDirectories(inbox.resolve(delivery));
            Files.writeString(inbox.resolve(delivery).resolve("header.csv"), "CHILD,SEX\n");
        }
    }

    @Test
    void a_link_to_nowhere_is_a_finding_on_its_delivery() throws IOException {
        Files.createSymbolicLink(inbox.resolve("805/2026-06/episodes.csv"), Path.of("/nowhere/episodes.csv"));

        InboxScan scan = InboxScan.of(inbox, InboxScope.everything());

        assertThat(scan.folders()).extracting(DeliveryFolder::path).containsExactly("805/2026-06", "806/2026-06");
        assertThat(said(scan.folders().get(0).findings()))
                .containsExactly("805/2026-06/episodes.csv FILE_UNREADABLE a link to a file that is not there");
        assertThat(scan.folders().get(1).findings()).isEmpty();
    }

    @Test
    void a_link_in_a_circle_is_a_finding_too() throws IOException {
        Files.createSymbolicLink(inbox.resolve("805/2026-06/again"), inbox.resolve("805/2026-06"));

        assertThat(said(InboxScan.of(inbox, InboxScope.everything())
                        .folders()
                        .get(0)
                        .findings()))
                .containsExactly("805/2026-06/again FILE_UNREADABLE a link to a folder that holds it");
    }

    @Test
    void what_would_be_waited_for_or_never_end_is_not_opened() throws IOException {
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device), "a device to point at");
        Files.createSymbolicLink(inbox.resolve("805/2026-06/episodes.csv"), device);

        DeliveryFolder delivery =
                InboxScan.of(inbox, InboxScope.everything()).folders().get(0);

        assertThat(said(delivery.findings()))
                .containsExactly("805/2026-06/episodes.csv FILE_UNREADABLE a pipe, a socket or a device");
        assertThat(delivery.tables()).extracting(FileLook::name).containsExactly("header.csv");
    }

    @Test
    void a_name_with_a_line_break_is_shown_on_one_line_and_the_file_not_taken() throws IOException {
        Files.writeString(inbox.resolve("805/2026-06/a\nb.csv"), "CHILD,SEX\n");

        DeliveryFolder delivery =
                InboxScan.of(inbox, InboxScope.everything()).folders().get(0);

        assertThat(said(delivery.findings()))
                .containsExactly("805/2026-06/a?b.csv FILE_UNREADABLE a line break or the like in its name");
        assertThat(delivery.tables()).extracting(FileLook::name).containsExactly("header.csv");
    }

    @Test
    void so_is_a_folder_that_may_not_be_listed_whether_an_authority_s_or_a_month_s() throws IOException {
        Path authority = forbidden(Files.createDirectory(inbox.resolve("330")));
        Path month = forbidden(Files.createDirectory(inbox.resolve("806/2026-07")));

        InboxScan scan = InboxScan.of(inbox, InboxScope.everything());

        assertThat(said(scan.findings()))
                .contains("330 FILE_UNREADABLE permission denied", "806/2026-07 FILE_UNREADABLE permission denied");
        assertThat(scan.folders()).extracting(DeliveryFolder::path).containsExactly("805/2026-06", "806/2026-06");
        Files.setPosixFilePermissions(authority, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(month, PosixFilePermissions.fromString("rwx------"));
    }

    private static Path forbidden(Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "permissions as on Linux");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(folder), "run by somebody whom permissions bind");
        return folder;
    }

    private static List<String> said(List<FileFinding> findings) {
        return findings.stream()
                .map(finding -> finding.path() + " " + finding.rule() + " " + finding.found())
                .toList();
    }
}
