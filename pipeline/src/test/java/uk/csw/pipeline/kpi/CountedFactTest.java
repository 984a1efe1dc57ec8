package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.conform.ChangedMonths;
import uk.csw.pipeline.sqlcondition.ColumnType;
import uk.csw.pipeline.support.TestDatabase;

class CountedFactTest {
    private static final Map<Integer, ColumnType> TYPES = Map.of(
            Types.VARCHAR, ColumnType.TEXT,
            Types.INTEGER, ColumnType.NUMBER,
            Types.SMALLINT, ColumnType.NUMBER,
            Types.NUMERIC, ColumnType.NUMBER,
            Types.DATE, ColumnType.DATE,
            Types.BIT, ColumnType.FLAG);

    @Test
    void every_published_column_is_there_and_of_the_type_that_conditions_are_checked_by() throws SQLException {
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            for (CountedFact fact : CountedFact.values()) {
                Map<String, ColumnType> found = columns(connection, fact);

                assertThat(found).as(fact.word()).containsAllEntriesOf(fact.columns());
                assertThat(fact.columns()).doesNotContainKeys("authority_key", "child_key", "delivery_id", "line");
            }
        }
    }

    @Test
    void conforming_notes_changes_by_every_date_that_figures_are_counted_by() {
        Map<String, Set<String>> counted = new TreeMap<>();
        for (CountedFact fact : CountedFact.values()) {
            counted.put(fact.table(), Set.copyOf(fact.dateColumns()));
        }
        Map<String, Set<String>> noted = new TreeMap<>();
        ChangedMonths.dates().forEach((table, dates) -> noted.put(table, Set.copyOf(dates)));

        assertThat(noted).isEqualTo(counted);
    }

    private static Map<String, ColumnType> columns(Connection connection, CountedFact fact) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + fact.relation() + " where false")) {
            ResultSetMetaData columns = rows.getMetaData();
            Map<String, ColumnType> result = new TreeMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (TYPES.containsKey(columns.getColumnType(i))) {
                    result.put(columns.getColumnName(i), TYPES.get(columns.getColumnType(i)));
                }
            }
            return result;
        }
    }
}
