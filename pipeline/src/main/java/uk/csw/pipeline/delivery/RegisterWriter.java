package uk.csw.pipeline.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.csw.pipeline.postgres.Sql;

/** Writes checked deliveries into the register: a few statements for any number of them. */
final class RegisterWriter {
    private final Connection connection;
    private final Instant now;

    /**
     * @param nightId identifies the new deliveries together
     * @param registered new and to be landed
     * @param refused new and not to be landed
     * @param unchanged the same as the newest
     */
    record Outcome(
            Optional<String> nightId,
            List<RegisteredDelivery> registered,
            List<RegisteredDelivery> refused,
            List<RegisteredDelivery> unchanged) {}

    private record Slice(int authorityKey, int periodKey) {
        static Slice of(CheckedDelivery delivery) {
            return new Slice(delivery.authorityKey(), delivery.periodKey());
        }
    }

    private record Newest(Slice slice, long deliveryId, String sha256, String state) {}

    RegisterWriter(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    Outcome save(List<CheckedDelivery> deliveries) throws SQLException {
        // Two nodes must not both find that a delivery is new.
        Sql.of("select pg_advisory_xact_lock(hashtext('ops.delivery'))").execute(connection);
        RuleBook.install(connection, List.of(FileRule.values()));
        Map<Slice, Newest> newest = newest(deliveries);
        List<RegisteredDelivery> unchanged = new ArrayList<>();
        List<CheckedDelivery> fresh = new ArrayList<>();
        for (CheckedDelivery delivery : deliveries) {
            Newest known = newest.get(Slice.of(delivery));
            if (known != null && isSame(known, delivery)) {
                unchanged.add(registered(known.deliveryId(), known.state(), delivery));
            } else {
                fresh.add(delivery);
            }
        }
        if (fresh.isEmpty()) {
            return new Outcome(Optional.empty(), List.of(), List.of(), unchanged);
        }
        Map<Slice, Long> ids = insertDeliveries(fresh);
        insertFiles(fresh, ids);
        String night = nightId(fresh, ids);
        Sql.file(getClass(), "set-night.sql")
                .with("night_id", night)
                .with("deliveries", ids.values())
                .execute(connection);
        return new Outcome(Optional.of(night), list(fresh, ids, false), list(fresh, ids, true), unchanged);
    }

    /** A refused delivery is tried again when today's configuration would take it. */
    private static boolean isSame(Newest known, CheckedDelivery delivery) {
        boolean nowTaken = known.state().equals("refused") && !delivery.isRefused();
        return known.sha256().equals(delivery.sha256()) && !nowTaken;
    }

    private Map<Slice, Newest> newest(List<CheckedDelivery> deliveries) throws SQLException {
        Map<Slice, Newest> newest = new HashMap<>();
        Sql.file(getClass(), "newest-deliveries.sql")
                .with(
                        "authorities",
                        deliveries.stream()
                                .map(CheckedDelivery::authorityKey)
                                .distinct()
                                .toList())
                .list(
                        connection,
                        row -> new Newest(
                                new Slice(row.getInt("authority_key"), row.getInt("period_key")),
                                row.getLong("delivery_id"),
                                row.getString("sha256"),
                                row.getString("state")))
                .forEach(known -> newest.put(known.slice(), known));
        return newest;
    }

    private Map<Slice, Long> insertDeliveries(List<CheckedDelivery> fresh) throws SQLException {
        Map<Slice, Long> ids = new HashMap<>();
        Sql.file(getClass(), "insert-deliveries.sql")
                .with(
                        "codes",
                        fresh.stream()
                                .map(delivery -> delivery.folder().authorityCode())
                                .toList())
                .with("periods", fresh.stream().map(CheckedDelivery::periodKey).toList())
                .with("hashes", fresh.stream().map(CheckedDelivery::sha256).toList())
                .with("states", fresh.stream().map(RegisterWriter::state).toList())
                .with(
                        "file_counts",
                        fresh.stream().map(delivery -> delivery.files().size()).toList())
                .with("sizes", fresh.stream().map(CheckedDelivery::bytes).toList())
                .with(
                        "received",
                        fresh.stream()
                                .map(delivery -> delivery.receivedAt().toEpochMilli())
                                .toList())
                .with("registered_at", now.toEpochMilli())
                .list(
                        connection,
                        row -> Map.entry(
                                new Slice(row.getInt("authority_key"), row.getInt("period_key")),
                                row.getLong("delivery_id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    private void insertFiles(List<CheckedDelivery> fresh, Map<Slice, Long> ids) throws SQLException {
        FileRows files = new FileRows();
        for (CheckedDelivery delivery : fresh) {
            long id = ids.getOrDefault(Slice.of(delivery), 0L);
            Set<String> duplicates = delivery.duplicates();
            for (CheckedFile file : delivery.files()) {
                boolean ignored = file.table().isEmpty()
                        || duplicates.contains(file.look().name());
                files.add(id, file, delivery.isRefused() ? "refused" : ignored ? "ignored" : "registered");
            }
            delivery.folder().ignored().forEach(look -> files.addIgnored(id, look));
            delivery.allFindings()
                    .forEach(finding -> files.add(id, delivery.folder().path(), finding));
        }
        files.insert(connection);
    }

    private String nightId(List<CheckedDelivery> fresh, Map<Slice, Long> ids) {
        return Sha256.of(fresh.stream()
                .map(delivery -> ids.getOrDefault(Slice.of(delivery), 0L) + " " + delivery.sha256() + "\n")
                .sorted()
                .collect(Collectors.joining()));
    }

    private static List<RegisteredDelivery> list(List<CheckedDelivery> fresh, Map<Slice, Long> ids, boolean refused) {
        return fresh.stream()
                .filter(delivery -> delivery.isRefused() == refused)
                .map(delivery -> registered(ids.getOrDefault(Slice.of(delivery), 0L), state(delivery), delivery))
                .toList();
    }

    private static RegisteredDelivery registered(long id, String state, CheckedDelivery delivery) {
        DeliveryFolder folder = delivery.folder();
        YearMonth period = folder.period();
        return new RegisteredDelivery(
                id, folder.authorityCode(), period, state, delivery.files().size(), delivery.bytes());
    }

    private static String state(CheckedDelivery delivery) {
        return delivery.isRefused() ? "refused" : "registered";
    }
}
