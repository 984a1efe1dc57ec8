package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.postgres.Sql;

/** Puts landed rows of any return into the database, one staging table at a time, and conforms them. */
final class CensusDeliveries {
    static final int ROTHERHAM = 372;

    private static final List<InForceRule> RULES = List.of(
            rule("person", null, "child_id"),
            rule("referral", "referral_date", "child_id", "referral_date"),
            rule("assessment", "start_date", "child_id", "start_date"),
            rule("enquiry", "start_date", "child_id", "start_date"),
            rule("plan", "start_date", "child_id", "plan_type", "start_date"),
            rule("plan_review", "review_date", "child_id", "review_date"),
            rule("care_episode", "start_date", "child_id", "start_date"),
            rule("care_review", "review_date", "child_id", "review_date"),
            rule("missing_episode", "start_date", "child_id", "start_date"),
            ruleWithTies("social_worker_spell", "start_date", "worker_id"),
            rule("adoption", null, "child_id"),
            rule("adoption_placement", "placed_date", "child_id", "placed_date"),
            yearly("care_health"),
            yearly("care_leaver"));

    private final Connection connection;
    private final Set<Long> deliveries = new LinkedHashSet<>();

    CensusDeliveries(Connection connection) throws SQLException {
        this.connection = connection;
        Sql.file(Deliveries.class, "calendar.sql").execute(connection);
        Sql.file(Deliveries.class, "days.sql").execute(connection);
    }

    /** A landed delivery of a month, without files yet. */
    long delivery(String month) throws SQLException {
        YearMonth period = YearMonth.parse(month);
        long delivery = Sql.of("""
                        insert into ops.delivery (authority_code, authority_key, period_key, sha256, state, file_count,
                            bytes, received_at, registered_at, loaded_at)
                        values ('372', 372, :period, 'x', 'landed', 1, 0, now(), now(), now())
                        returning delivery_id
                        """)
                .with("period", period.getYear() * 100 + period.getMonthValue())
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
        deliveries.add(delivery);
        return delivery;
    }

    /** A file of a delivery: the columns of its staging table, then rows of cells parted by bars; blank is absent. */
    void file(long delivery, String entity, String columns, String... rows) throws SQLException {
        long file = Sql.of("""
                        insert into ops.delivery_file (delivery_id, file_name, bytes, sha256, source, layout, entity,
                            state)
                        values (:delivery, :entity || '.csv', 0, 'x', 'census', :entity, :entity, 'landed')
                        returning file_id
                        """)
                .with("delivery", delivery)
                .with("entity", entity)
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
        int line = 2;
        for (String row : rows) {
            String cells = List.of(row.split("\\|", -1)).stream()
                    .map(cell -> cell.isBlank() ? "null" : "'" + cell.trim() + "'")
                    .collect(Collectors.joining(", "));
            Sql.of("insert into staging." + entity
                            + " (file_id, line, child_id, row_hash, " + columns + ") values (" + file + ", " + line++
                            + ", 'C', hashtextextended('" + row.replace("'", "''") + "', 0), " + cells + ")")
                    .execute(connection);
        }
    }

    void conform() throws SQLException {
        new Conform(RULES).run(connection, List.of(ROTHERHAM));
    }

    List<String> facts(String query) throws SQLException {
        conform();
        return Sql.of(query).list(connection, row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                cells.add(Optional.ofNullable(row.getString(i)).orElse("-"));
            }
            return String.join(" ", cells);
        });
    }

    private static InForceRule ruleWithTies(String entity, String event, String tieBreak) {
        return new InForceRule(
                entity,
                entity,
                "financial-year-to-date",
                Optional.of(event),
                List.of("child_id", event),
                List.of(tieBreak),
                false);
    }

    private static InForceRule yearly(String entity) {
        return new InForceRule(
                entity, entity, "financial-year-to-date", Optional.empty(), List.of("child_id"), List.of(), true);
    }

    private static InForceRule rule(String entity, @Nullable String event, String... key) {
        return new InForceRule(
                entity, entity, "financial-year-to-date", Optional.ofNullable(event), List.of(key), List.of(), false);
    }
}
