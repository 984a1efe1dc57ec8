package uk.csw.jobs.nightly;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.publish.GateReport;

/** The release of a night, in ops.release. */
final class Releases {
    private final Clock clock;

    Releases(Clock clock) {
        this.clock = clock;
    }

    /** The number of the night's release; a night that is run again keeps it. */
    long candidate(Connection connection, Night night) throws SQLException {
        return Sql.file(Releases.class, "candidate_release.sql")
                .with("night", night.id())
                .with("now", OffsetDateTime.now(clock))
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    /** Keeps the gate's verdict. */
    void judged(Connection connection, long release, GateReport verdict) throws SQLException {
        Sql.file(Releases.class, "judge_release.sql")
                .with("release", release)
                .with("state", verdict.isPassed() ? "candidate" : "refused")
                .with("report", verdict.text())
                .execute(connection);
    }
}
