package uk.csw.jobs.nightly;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import uk.csw.pipeline.postgres.Sql;

/** Which deliveries belong to which night. They are frozen to it when they are registered. */
final class Nights {
    /** The nights that were not run to the end, oldest first. */
    List<String> unfinished(Connection connection) throws SQLException {
        return Sql.file(Nights.class, "unfinished_nights.sql").list(connection, row -> row.getString(1));
    }

    /** The deliveries of the night with this id that can be landed. */
    List<Long> deliveries(Connection connection, String id) throws SQLException {
        return Sql.file(Nights.class, "night_deliveries.sql").with("night", id).list(connection, row -> row.getLong(1));
    }

    /** The work of the night with this id, whose deliveries lie in {@code inbox}. */
    Night load(Connection connection, String id, Path inbox) throws SQLException {
        return new Night(
                id,
                inbox,
                deliveries(connection, id),
                Sql.file(Nights.class, "night_authorities.sql")
                        .with("night", id)
                        .list(connection, row -> row.getInt(1)));
    }
}
