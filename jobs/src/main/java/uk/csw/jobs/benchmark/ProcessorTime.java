package uk.csw.jobs.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import uk.csw.pipeline.postgres.Sql;

/**
 * Seconds of processor used so far, by this program and by the sessions of the server, which runs on the same machine.
 * What other programs do at the same time hardly shows in them, as it does in the time on the clock.
 */
record ProcessorTime(double program, double server) {
    static ProcessorTime now(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            double server = Sql.of("select pid from pg_stat_activity").list(connection, row -> row.getLong(1)).stream()
                    .map(ProcessHandle::of)
                    .flatMap(Optional::stream)
                    .mapToDouble(process -> seconds(process.info().totalCpuDuration()))
                    .sum();
            return new ProcessorTime(seconds(ProcessHandle.current().info().totalCpuDuration()), server);
        }
    }

    ProcessorTime since(ProcessorTime start) {
        return new ProcessorTime(program - start.program, server - start.server);
    }

    double total() {
        return program + server;
    }

    private static double seconds(Optional<Duration> time) {
        return time.orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
