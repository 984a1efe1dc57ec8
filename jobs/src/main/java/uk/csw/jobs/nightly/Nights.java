package uk.csw.jobs.nightly;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.postgres.Sql;

/** Which work belongs to which night. Deliveries are frozen to it when they are registered. */
final class Nights {
    /** The nights that were not run to the end, oldest first, without one that waits to be published. */
    List<String> unfinished(Connection connection) throws SQLException {
        return sql("unfinished_nights.sql").list(connection, row -> row.getString(1));
    }

    /** The deliveries of the night with this id that can be landed. */
    List<Long> deliveries(Connection connection, String id) throws SQLException {
        return sql("night_deliveries.sql").with("night", id).list(connection, row -> row.getLong(1));
    }

    /** The work of the night with this id, whose deliveries lie in {@code inbox}. */
    Night load(Connection connection, String id, Path inbox) throws SQLException {
        return new Night(
                id,
                inbox,
                deliveries(connection, id),
                sql("night_authorities.sql").with("night", id).list(connection, row -> row.getInt(1)),
                sql("night_measured.sql").with("night", id).list(connection, row -> row.getInt(1)));
    }

    /**
     * What is out of date.
     *
     * @param definitions version of the definitions in force
     * @param authority the key of one asked about, or 0
     */
    OutOfDate outOfDate(Connection connection, String definitions, int authority) throws SQLException {
        return sql("out_of_date.sql")
                .with("definitions", definitions)
                .with("authority", authority)
                .first(
                        connection,
                        row -> new OutOfDate(
                                row.getLong("measured"),
                                row.getLong("compared"),
                                row.getLong("judged"),
                                row.getBoolean("is_authority")))
                .orElseThrow();
    }

    /** Lets the night of deliveries with this id measure the authorities that are out of date as well. Returns 1 when there are any. */
    long bringAlong(Connection connection, String id, String definitions, Instant now) throws SQLException {
        return sql("bring_along.sql")
                .with("night", id)
                .with("definitions", definitions)
                .with("now", now.atOffset(ZoneOffset.UTC))
                .execute(connection);
    }

    /**
     * Makes the night without deliveries that brings up to date what is not.
     *
     * @param waits whether to stop before it is published; one that waits already and works from something else is given
     *     up
     * @return its id, which may be that of one made before; empty when nothing is out of date
     */
    Optional<String> beginAgain(Connection connection, String definitions, boolean waits, Instant now)
            throws SQLException {
        Optional<String> night = sql("begin_again.sql")
                .with("definitions", definitions)
                .with("state", waits ? "waits" : "to_publish")
                .with("now", now.atOffset(ZoneOffset.UTC))
                .first(connection, row -> row.getString(1));
        sql("give_up_waiting.sql").with("night", night.orElse("")).execute(connection);
        return night;
    }

    /** Lets nights that waited be published when they are run again; returns them. */
    List<String> letGo(Connection connection) throws SQLException {
        return sql("let_go.sql").list(connection, row -> row.getString(1));
    }

    /** The nights that are not to be run now: those that wait to be published, and those given up. */
    List<String> held(Connection connection) throws SQLException {
        return sql("held_nights.sql").list(connection, row -> row.getString(1));
    }

    /** Whether the gate has judged the night with this id. */
    boolean isJudged(Connection connection, String id) throws SQLException {
        return sql("judged_night.sql")
                .with("night", id)
                .first(connection, row -> row.getLong(1))
                .isPresent();
    }

    /** The release that was measured and judged and waits to be published. */
    Optional<Long> waitingRelease(Connection connection) throws SQLException {
        return sql("waiting_release.sql").first(connection, row -> row.getLong(1));
    }

    private static Sql sql(String file) {
        return Sql.file(Nights.class, file);
    }
}
