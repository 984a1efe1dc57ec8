package uk.csw.jobs.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.jobs.Installation;
import uk.csw.jobs.Installation.Said;

class ReplayTest {
    private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n";
    private static final String RIGHT = HEADER + "1001,1,02/03/2012,WBRI,,,\r\n1002,2,\"04/05/2013\",WBRI,,,\r\n";
    /** Two rows that lack cells; one of them goes on over two lines. */
    private static final String WRONG = RIGHT.replace("1001,1,02/03/2012,WBRI,,,", "1001,1,02/03/2012")
            .replace("1002,2,\"04/05/2013\",WBRI,,,", "1002,2,\"04/05\n/2013\"");

    @TempDir
    Path folder;

    @Test
    void a_corrected_row_ends_as_if_it_had_come_right() throws IOException {
        Installation csw = new Installation(folder.resolve("corrected"));
        csw.inbox().put("805", "2026-07", "header.csv", WRONG);
        csw.nightly();
        Path exported = folder.resolve("refused.csv");

        Said export = csw.csw("quarantine", "export", exported.toString());
        assertThat(export.text()).startsWith("2 rows written");
        assertThat(Files.getPosixFilePermissions(exported))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        String text = Files.readString(exported);
        assertThat(text).contains("805,2026-07,header.csv,2,", "7 cells");
        Files.writeString(exported, corrected(text));

        Path delivered = csw.inbox().path().resolve("805/2026-07/header.csv");
        Set<PosixFilePermission> readers = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(delivered, readers);

        Said replay = replay(csw, exported);
        assertThat(replay.text()).startsWith("805/2026-07/header.csv: 2 rows corrected");
        assertThat(Files.getPosixFilePermissions(delivered)).isEqualTo(readers);
        assertThat(replay(csw, exported).text()).contains("has changed since it was loaded");
        assertThat(csw.nightly().exit()).isZero();

        assertThat(csw.number("select count(*) from ops.delivery")).isEqualTo(2);
        assertThat(csw.number("select rows_staged from ops.delivery_file order by file_id desc limit 1"))
                .isEqualTo(2);
        assertThat(csw.number("select rows_quarantined from ops.delivery_file order by file_id desc limit 1"))
                .isZero();
        assertThat(replay(csw, exported).text()).contains("is not in quarantine");

        Installation right = new Installation(folder.resolve("right"));
        right.inbox().put("805", "2026-07", "header.csv", RIGHT);
        right.nightly();
        String children = "select child_key || sex || coalesce(birth_month::text, '') from core.dim_child order by 1";
        assertThat(csw.rows(children)).isEqualTo(right.rows(children));
    }

    @Test
    void nothing_is_changed_when_a_row_cannot_be_put_back() throws IOException {
        Installation csw = new Installation(folder);
        csw.inbox().put("805", "2026-07", "header.csv", WRONG);
        csw.nightly();
        Path exported = folder.resolve("refused.csv");
        csw.csw("quarantine", "export", exported.toString());
        Files.writeString(
                exported,
                Files.readString(exported)
                        .replace("1001,1,31/02/2012", "1001,1,02/03/2012")
                        .replace(",3,", ",9,"));

        Said replay = replay(csw, exported);

        assertThat(replay.exit()).isEqualTo(2);
        assertThat(replay.text()).contains("805/2026-07/header.csv line 9 is not in quarantine");
        assertThat(csw.nightly().text()).startsWith("Nothing new.");
    }

    private static String corrected(String exported) {
        return exported.replace("1001,1,02/03/2012", "1001,1,02/03/2012,WBRI,,,")
                .replace("04/05\n/2013\"\"", "04/05/2013\"\",WBRI,,,");
    }

    private static Said replay(Installation csw, Path exported) {
        return csw.csw(
                "quarantine",
                "replay",
                exported.toString(),
                "--inbox",
                csw.inbox().path().toString());
    }
}
