package uk.csw.jobs.nightly;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.postgres.Sql;

/** Which deliveries belong to which night. */
final class Nights {
    private static final int ID_LENGTH = 16;

    /**
     * Gives every registered delivery that no night has taken on to a new one.
     *
     * @return the night's id; empty when there is nothing to take on
     */
    Optional<String> freeze(Connection connection) throws SQLException {
        List<Waiting> waiting = Sql.file(Nights.class, "waiting_deliveries.sql")
                .list(connection, row -> new Waiting(row.getLong(1), row.getString(2)));
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        String id = hash(waiting);
        Sql.file(Nights.class, "freeze_night.sql")
                .with("night", id)
                .with("deliveries", waiting.stream().map(Waiting::deliveryId).toList())
                .execute(connection);
        return Optional.of(id);
    }

    /** The night that took on the newest delivery. */
    Optional<String> newest(Connection connection) throws SQLException {
        return Sql.file(Nights.class, "newest_night.sql").first(connection, row -> row.getString(1));
    }

    /** The work of the night with this id. */
    Night load(Connection connection, String id) throws SQLException {
        return new Night(
                id,
                Sql.file(Nights.class, "night_deliveries.sql")
                        .with("night", id)
                        .list(connection, row -> row.getLong(1)),
                Sql.file(Nights.class, "night_authorities.sql")
                        .with("night", id)
                        .list(connection, row -> row.getInt(1)));
    }

    private static String hash(List<Waiting> deliveries) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Waiting delivery : deliveries) {
                digest.update((delivery.identity() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A delivery no night has taken on, and everything that makes taking it on a different piece of work. */
    private record Waiting(long deliveryId, String identity) {}
}
