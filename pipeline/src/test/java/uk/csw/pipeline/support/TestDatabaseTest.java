package uk.csw.pipeline.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

class TestDatabaseTest {
    @Test
    void every_test_gets_a_migrated_database_of_its_own() throws SQLException {
        DataSource one = TestDatabase.fresh();
        DataSource other = TestDatabase.fresh();

        InTransaction.run(
                one,
                connection -> Sql.of("insert into ops.rule values ('R', 'note', 'title', 'advice')")
                        .execute(connection));

        assertThat(rules(one)).isEqualTo(1);
        assertThat(rules(other)).isZero();
    }

    private static long rules(DataSource database) throws SQLException {
        return InTransaction.run(
                database,
                connection -> Sql.of("select count(*) from ops.rule")
                        .first(connection, row -> row.getLong(1))
                        .orElseThrow());
    }
}
