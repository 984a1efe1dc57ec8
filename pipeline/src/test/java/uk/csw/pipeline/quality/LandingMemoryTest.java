package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Warehouse;

/** A file larger than the whole heap is registered, landed and proved by a program of its own. */
class LandingMemoryTest {
    private static final String HEAP = "-Xmx64m";
    private static final long FILE_BYTES = 80L << 20;

    @TempDir
    Path folder;

    @Test
    void memory_does_not_grow_with_the_file() throws Exception {
        Inbox inbox = new Inbox(folder.resolve("inbox"));
        long rows = writeReviews(folder.resolve("inbox/330/2026-03/reviews.csv"));
        Warehouse warehouse = new Warehouse(inbox);
        PGSimpleDataSource address = (PGSimpleDataSource) warehouse.database();
        Path output = folder.resolve("output.txt");

        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapLanding.class.getName(),
                        address.getURL(),
                        Objects.requireNonNullElse(address.getUser(), ""),
                        Objects.requireNonNullElse(address.getPassword(), ""),
                        inbox.path().toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();

        assertThat(program.exitValue()).as(Files.readString(output)).isZero();
        assertThat(warehouse.rows("select rows_read, rows_staged + rows_quarantined from ops.delivery_file"))
                .containsExactly(rows + "|" + rows);
        assertThat(warehouse.number("select count(*) from quarantine.row")).isGreaterThan(rows / 20);
    }

    /** Every tenth row is one for quarantine. */
    private static long writeReviews(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        long rows = 0;
        long bytes = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("CHILD,DOB,REVIEW,REVIEW_CODE\n");
            while (bytes < FILE_BYTES) {
                String row = rows++ + ",01/01/2015," + (rows % 10 == 0 ? "soon" : "01/03/2026") + ",PN1"
                        + " ".repeat(150) + "\n";
                out.write(row);
                bytes += row.length();
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        return rows;
    }
}
