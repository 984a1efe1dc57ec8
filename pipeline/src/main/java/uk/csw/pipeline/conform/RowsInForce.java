package uk.csw.pipeline.conform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.csw.pipeline.postgres.Sql;

/**
 * Keeps {@code staging.in_force_<entity>} a function of the standing deliveries: per natural key the newest mention,
 * unless a newer delivery that covers its event date left it out. Column names come from layouts, which are checked
 * against the staging tables when they are loaded.
 */
final class RowsInForce {
    private final String template;

    RowsInForce() {
        try (InputStream in = RowsInForce.class.getResourceAsStream("rows_in_force.sql")) {
            if (in == null) {
                throw new IllegalStateException("rows_in_force.sql is missing");
            }
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read rows_in_force.sql", e);
        }
    }

    /** Brings one layout's rows up to date for the authorities whose standing deliveries changed. */
    void refresh(Connection connection, InForceRule rule, Collection<Integer> authorities, List<Long> deliveries)
            throws SQLException {
        List<String> columns = columnsOf(connection, rule.entity());
        String text = template.replace("${entity}", rule.entity())
                .replace("${columns}", String.join(", ", columns))
                .replace("${staged_columns}", qualified("staged", columns))
                .replace("${newest_columns}", qualified("newest_mention", columns))
                .replace("${key_and_tie_break}", key(rule, rule.tieBreak()))
                .replace("${key}", key(rule, List.of()))
                .replace("${event_period}", eventPeriod(rule));
        Sql.of(text)
                .with("layout", rule.layout())
                .with("authorities", authorities)
                .with("delivery_ids", deliveries)
                .execute(connection);
    }

    private static String key(InForceRule rule, List<String> more) {
        Stream<String> columns = Stream.concat(rule.key().stream(), more.stream())
                .map(column -> "mentions." + (column.equals("child_id") ? "child_key" : column));
        String child = "mentions.authority_key";
        String year = rule.yearly() ? ", period.financial_year_end" : "";
        return child + ", " + columns.collect(Collectors.joining(", ")) + year;
    }

    private static String eventPeriod(InForceRule rule) {
        return rule.eventDate()
                .map(column -> "(extract(year from newest_mention." + column
                        + ") * 100 + extract(month from newest_mention." + column + "))::integer")
                .orElse("newest_mention.period_key");
    }

    private static String qualified(String table, List<String> columns) {
        return columns.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }

    private static List<String> columnsOf(Connection connection, String entity) throws SQLException {
        return Sql.of("""
                        select column_name
                        from information_schema.columns
                        where table_schema = 'staging' and table_name = :entity
                        order by ordinal_position
                        """).with("entity", entity).list(connection, row -> row.getString(1));
    }
}
