package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.postgres.Sql;

/** Puts landed deliveries of care episodes into the database, written as short lines, and conforms them. */
final class Deliveries {
    static final int ROTHERHAM = 372;

    static final List<InForceRule> RULES = List.of(
            new InForceRule(
                    "episodes",
                    "care_episode",
                    "financial-year-to-date",
                    Optional.of("start_date"),
                    List.of("child_id", "start_date"),
                    List.of("new_episode_reason"),
                    false),
            new InForceRule(
                    "people",
                    "person",
                    "financial-year-to-date",
                    Optional.empty(),
                    List.of("child_id"),
                    List.of(),
                    false),
            new InForceRule(
                    "leavers",
                    "care_leaver",
                    "financial-year-to-date",
                    Optional.empty(),
                    List.of("child_id"),
                    List.of(),
                    true));

    private final Connection connection;

    Deliveries(Connection connection) throws SQLException {
        this.connection = connection;
        Sql.file(Deliveries.class, "calendar.sql").execute(connection);
    }

    /**
     * A landed delivery. Each line is {@code child start reason legal-status place [end [end-reason]]}, for example
     * {@code "1 2024-04-10 S C2 U6 2024-05-01 X1"}.
     */
    long delivers(String month, String... lines) throws SQLException {
        long delivery = delivery(period(month));
        long file = file(delivery, "episodes", "care_episode", lines.length);
        insertEpisodes(file, lines);
        long people = file(delivery, "people", "person", 1);
        for (long child : List.of(1L, 2L, 3L)) {
            Sql.of("""
                            insert into staging.person (file_id, line, child_key, child_id, row_hash, sex, birth_date,
                                ethnicity)
                            values (:file, :child, :child, :id, :child, 'F', '2012-05-15', 'WBRI')
                            """)
                    .with("file", people)
                    .with("child", child)
                    .with("id", "C" + child)
                    .execute(connection);
        }
        return delivery;
    }

    /** A landed delivery without files. */
    long delivery(int period) throws SQLException {
        return Sql.of("""
                        insert into ops.delivery (authority_code, authority_key, period_key, sha256, state, file_count,
                            bytes, received_at, registered_at, loaded_at)
                        values ('372', 372, :period, 'x', 'landed', 2, 0, now(), now(), now())
                        returning delivery_id
                        """)
                .with("period", period)
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    long file(long delivery, String layout, String entity, long rows) throws SQLException {
        return Sql.of("""
                        insert into ops.delivery_file (delivery_id, file_name, bytes, sha256, source, layout, entity,
                            state, rows_read, rows_staged)
                        values (:delivery, :name, 0, 'x', 'ssda903', :layout, :entity, 'landed', :rows, :rows)
                        returning file_id
                        """)
                .with("delivery", delivery)
                .with("name", layout + ".csv")
                .with("layout", layout)
                .with("entity", entity)
                .with("rows", rows)
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    void conform() throws SQLException {
        new Conform(RULES).run(connection, List.of(ROTHERHAM));
    }

    /** The result of a query as lines, cells joined by blanks, absent values as a dash. */
    List<String> lines(String query) throws SQLException {
        return Sql.of(query).list(connection, row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                String cell = row.getString(i);
                cells.add(cell == null ? "-" : cell);
            }
            return String.join(" ", cells);
        });
    }

    List<String> episodes() throws SQLException {
        return lines("""
                select child_key, start_date, end_date, end_reason, care_period_no
                from core.fact_care_episode
                order by child_key, episode_no
                """);
    }

    private void insertEpisodes(long file, String... lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into staging.care_episode (file_id, line, child_key, child_id, row_hash, start_date,
                    new_episode_reason, legal_status, placement_type, placement_provider, need, end_date, end_reason)
                values (?, ?, ?, ?, hashtextextended(?, 0), ?, ?, ?, ?, 'PR1', 'N1', ?, ?)
                """)) {
            for (int i = 0; i < lines.length; i++) {
                String[] cells = lines[i].split(" ");
                insert.setLong(1, file);
                insert.setLong(2, i + 2L);
                insert.setLong(3, Long.parseLong(cells[0]));
                insert.setString(4, "C" + cells[0]);
                insert.setString(5, lines[i]);
                insert.setDate(6, Date.valueOf(LocalDate.parse(cells[1])));
                insert.setString(7, cells[2]);
                insert.setString(8, cells[3]);
                insert.setString(9, cells[4]);
                insert.setDate(10, cells.length > 5 ? Date.valueOf(LocalDate.parse(cells[5])) : null);
                insert.setString(11, cells.length > 6 ? cells[6] : null);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static int period(String month) {
        YearMonth period = YearMonth.parse(month);
        return period.getYear() * 100 + period.getMonthValue();
    }
}
