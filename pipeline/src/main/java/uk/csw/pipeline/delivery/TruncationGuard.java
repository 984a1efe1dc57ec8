package uk.csw.pipeline.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.csw.pipeline.postgres.Sql;

/**
 * Holds back tables that have lost far too many rows, before what they leave out can be withdrawn: truncated exports.
 * For each authority, layout and coverage window it walks the tables by period and then by delivery, and compares each
 * with the last one it trusted. So the answer depends on the deliveries there are, not on the order in which they came;
 * a new financial year, which starts small, is compared with nothing. What a person has accepted is trusted.
 */
public final class TruncationGuard {
    private final int fewerThanPercent;
    private final int atLeastRows;
    private final Set<String> resetEachYear;

    /**
     * @param fewerThanPercent a table with fewer rows than this share of the trusted one is held; 0 holds nothing
     * @param atLeastRows but only when it has lost at least this many
     * @param resetEachYear layouts that start again each 1 April: those of the financial year to date
     */
    public TruncationGuard(int fewerThanPercent, int atLeastRows, Set<String> resetEachYear) {
        this.fewerThanPercent = fewerThanPercent;
        this.atLeastRows = atLeastRows;
        this.resetEachYear = Set.copyOf(resetEachYear);
    }

    /** The rows of one layout in one delivery; {@code accepted} by a person, {@code held} until now. */
    private record Table(
            long deliveryId,
            int authorityKey,
            int periodKey,
            String layout,
            long rows,
            boolean accepted,
            boolean held) {}

    private record Window(int authorityKey, String layout, int year) {}

    /**
     * Judges every landed table of these authorities anew, and keeps {@code ops.delivery_file.is_held} and the findings
     * equal to the answer.
     *
     * @return what is held now
     */
    public List<HeldTable> run(Connection connection, Collection<Integer> authorityKeys) throws SQLException {
        RuleBook.install(connection, List.of(FileRule.FILE_TRUNCATED));
        List<Table> tables = Sql.file(getClass(), "landed-tables.sql")
                .with("authorities", authorityKeys)
                .list(
                        connection,
                        row -> new Table(
                                row.getLong("delivery_id"),
                                row.getInt("authority_key"),
                                row.getInt("period_key"),
                                row.getString("layout"),
                                row.getLong("rows_read"),
                                row.getBoolean("is_accepted"),
                                row.getBoolean("is_held")));
        List<HeldTable> held = walk(tables);
        List<Table> before = tables.stream().filter(Table::held).toList();
        if (!before.isEmpty()) {
            Sql.file(getClass(), "release-tables.sql")
                    .with("deliveries", before.stream().map(Table::deliveryId).toList())
                    .with("layouts", before.stream().map(Table::layout).toList())
                    .execute(connection);
        }
        if (!held.isEmpty()) {
            Sql.file(getClass(), "hold-tables.sql")
                    .with("deliveries", held.stream().map(HeldTable::deliveryId).toList())
                    .with("layouts", held.stream().map(HeldTable::layout).toList())
                    .with("rows", held.stream().map(HeldTable::rows).toList())
                    .with("trusted", held.stream().map(HeldTable::trustedRows).toList())
                    .with(
                            "periods",
                            held.stream().map(HeldTable::trustedPeriodKey).toList())
                    .execute(connection);
        }
        return held;
    }

    private List<HeldTable> walk(List<Table> tables) {
        Map<Window, Table> trusted = new HashMap<>();
        List<HeldTable> held = new ArrayList<>();
        for (Table table : tables) {
            Window window = new Window(table.authorityKey(), table.layout(), year(table));
            Table last = trusted.get(window);
            if (last == null || table.accepted() || !isTruncated(table, last)) {
                trusted.put(window, table);
            } else {
                held.add(new HeldTable(
                        table.deliveryId(),
                        table.authorityKey(),
                        table.periodKey(),
                        table.layout(),
                        table.rows(),
                        last.rows(),
                        last.periodKey()));
            }
        }
        return held;
    }

    private boolean isTruncated(Table table, Table last) {
        return table.rows() * 100 < last.rows() * fewerThanPercent && last.rows() - table.rows() >= atLeastRows;
    }

    /** The financial year in which the window lies, named after the year it ends in; 0 where there is one window. */
    private int year(Table table) {
        int year = table.periodKey() / 100;
        boolean afterMarch = table.periodKey() % 100 >= 4;
        return resetEachYear.contains(table.layout()) ? year + (afterMarch ? 1 : 0) : 0;
    }
}
