package uk.csw.pipeline.quality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.postgres.Sql;

/** Puts single rows into staging, as if they had landed, for the checks to judge. */
final class CheckedRows {
    private static final Map<String, String> WHAT_EVERY_ROW_HAS = Map.of(
            "child_id", "C1",
            "child_key", "1",
            "row_hash", "1",
            "line", "2");
    /** Values for columns that a table needs in every row, where a test has nothing to say about them. */
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("start_date", "2020-01-01"),
            Map.entry("referral_date", "2020-01-01"),
            Map.entry("review_date", "2020-01-01"),
            Map.entry("placed_date", "2020-01-01"),
            Map.entry("in_touch", "YES"),
            Map.entry("factor", "1A"),
            Map.entry("disability", "NONE"),
            Map.entry("new_episode_reason", "S"),
            Map.entry("legal_status", "C2"),
            Map.entry("placement_type", "U6"),
            Map.entry("plan_type", "cp"),
            Map.entry("indicator_period", "2020-01-01"),
            Map.entry("basis", "month"),
            Map.entry("kpi_code", "NEET_PCT"));

    private final Connection connection;

    CheckedRows(Connection connection) {
        this.connection = connection;
    }

    /** A landed delivery of the authority with one file; returns the delivery and the file. */
    File file(YearMonth period, String source, String entity) throws SQLException {
        return Sql.of("""
                        with delivery as (
                            insert into ops.delivery (authority_code, authority_key, period_key, sha256, state, file_count,
                                bytes, received_at, registered_at)
                            values ('330', 330, :period, 'x', 'registered', 1, 1, now(), now())
                            returning delivery_id
                        )
                        insert into ops.delivery_file (delivery_id, file_name, bytes, sha256, source, layout, entity, state)
                        select delivery_id, 'file.csv', 1, 'x', :source, 'layout', :entity, 'registered'
                        from delivery
                        returning delivery_id, file_id""")
                .with("period", period.getYear() * 100 + period.getMonthValue())
                .with("source", source)
                .with("entity", entity)
                .first(connection, row -> new CheckedRows.File(row.getLong(1), row.getLong(2), period, entity))
                .orElseThrow();
    }

    /** A file landed for the March before the financial year of {@code file}. */
    File lastYear(File file, String source, String entity) throws SQLException {
        YearMonth period = file.period();
        YearMonth march = YearMonth.of(period.getYear() - (period.getMonthValue() < 4 ? 1 : 0), 3);
        File lastYear = file(march, source, entity);
        Sql.of("update ops.delivery_file set state = 'landed', layout = entity where file_id = :file")
                .with("file", lastYear.fileId())
                .execute(connection);
        return lastYear;
    }

    /** One more file of the delivery of {@code first}. */
    File beside(File first, String source, String entity) throws SQLException {
        return Sql.of("""
                        insert into ops.delivery_file (delivery_id, file_name, bytes, sha256, source, layout, entity, state)
                        values (:delivery, :entity || (select count(*) from ops.delivery_file), 1, 'x', :source, 'layout', :entity, 'registered')
                        returning file_id""")
                .with("delivery", first.deliveryId())
                .with("source", source)
                .with("entity", entity)
                .first(
                        connection,
                        row -> new CheckedRows.File(first.deliveryId(), row.getLong(1), first.period(), entity))
                .orElseThrow();
    }

    /** A row of the file; columns left out are blank where they may be. */
    void row(File file, long line, Map<String, String> columns) throws SQLException {
        Map<String, String> row = new TreeMap<>(WHAT_EVERY_ROW_HAS);
        row.putAll(NEEDED);
        if (file.entity().equals("care_leaver")) {
            row.put("birth_date", "2008-01-01");
        }
        row.putAll(columns);
        row.put("file_id", Long.toString(file.fileId()));
        row.put("line", Long.toString(line));
        Sql.of("insert into staging." + file.entity() + " select * from jsonb_populate_record(null::staging."
                        + file.entity() + ", :row::jsonb)")
                .with("row", JsonMapper.shared().writeValueAsString(row))
                .execute(connection);
    }

    /** The row's cell of that column could not be read. */
    void unreadable(File file, long line, String column) throws SQLException {
        Sql.of("insert into quarantine.finding (delivery_id, file_id, line, rule_code, column_name)"
                        + " values (:delivery, :file, :line, 'CODE_UNKNOWN', :column)")
                .with("delivery", file.deliveryId())
                .with("file", file.fileId())
                .with("line", line)
                .with("column", column)
                .execute(connection);
    }

    /** A file of a delivery. */
    record File(long deliveryId, long fileId, YearMonth period, String entity) {}
}
