package uk.csw.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.support.Shared;

/** That the benchmarks run to their end on the feeds of today; what they measure is no business of a test. */
class BenchmarkTest {
    @TempDir
    Path home;

    private final StringWriter printed = new StringWriter();

    @Test
    void a_night_of_all_feeds_is_measured_step_by_step() {
        assertThat(csw("benchmark", "national", "--authorities", "2", "--months", "1", "--size", "0.02"))
                .as(printed.toString())
                .isZero();
        assertThat(printed.toString()).contains("2 authorities, size 0.02, 1 months before", "conform", "whole night");
    }

    @Test
    void landing_is_measured_beside_copy() {
        assertThat(csw("benchmark", "landing", "--rows", "2000", "--deliveries", "2", "--repeat", "1"))
                .as(printed.toString())
                .isZero();
        assertThat(printed.toString()).contains("1 files, 2,000 rows", "times COPY");
    }

    private int csw(String... arguments) {
        PrintWriter out = new PrintWriter(printed, true);
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--config", Shared.config().toString(), "--home", home.toString()))
                .toArray(String[]::new);
        return CswCommand.commandLine(Map.of(), out, out).execute(all);
    }
}
