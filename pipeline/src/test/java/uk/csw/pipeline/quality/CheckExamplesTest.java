package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.csw.pipeline.delivery.RuleBook;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** Runs the examples of every check: what a check promises is what it finds. */
class CheckExamplesTest {
    private static final Checks CHECKS = Checks.load(Shared.config());

    private static Connection connection;

    @BeforeAll
    static void a_warehouse() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        ReferenceData.load(Shared.config()).install(connection);
        RuleBook.install(connection, CHECKS.all());
        connection.commit();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @TestFactory
    Stream<DynamicContainer> every_example_of() {
        return CHECKS.all().stream()
                .map(check -> DynamicContainer.dynamicContainer(
                        check.code(), check.examples().stream().map(example -> test(check, example))));
    }

    private static DynamicTest test(Check check, CheckExample example) {
        URI file = Shared.config().resolve("checks/" + check.code() + ".yaml").toUri();
        return dynamicTest(example.says(), URI.create(file + "?line=" + example.line()), () -> {
            try {
                run(check, example);
            } finally {
                connection.rollback();
            }
        });
    }

    private static void run(Check check, CheckExample example) throws SQLException {
        CheckedRows rows = new CheckedRows(connection);
        CheckedRows.File file = rows.file(example.period(), example.source(), check.entity());
        rows.row(file, 100, example.given());
        for (Map.Entry<String, List<Map<String, String>>> table :
                example.beside().entrySet()) {
            CheckedRows.File beside =
                    table.getKey().equals(check.entity()) ? file : rows.beside(file, example.source(), table.getKey());
            long line = 100;
            for (Map<String, String> row : table.getValue()) {
                rows.row(beside, ++line, row);
            }
        }

        if (!example.lastYear().isEmpty()) {
            // only a return that tells of episodes has one of the year before
            if (!example.beside().containsKey("care_episode") && !check.entity().equals("care_episode")) {
                rows.beside(file, example.source(), "care_episode");
            }
            lastYear(rows, file, example);
        }

        // alone, which takes less than half the time of all checks of the table
        new Checks(List.of(check)).part(connection, List.of(file.deliveryId()));

        List<String> found = Sql.of(
                        "select column_name || ': ' || found from quarantine.finding where rule_code = :code and line = 100")
                .with("code", check.code())
                .list(connection, row -> row.getString(1));
        assertThat(found).hasSize(example.fails() ? 1 : 0);
    }

    private static void lastYear(CheckedRows rows, CheckedRows.File file, CheckExample example) throws SQLException {
        for (Map.Entry<String, List<Map<String, String>>> table :
                example.lastYear().entrySet()) {
            CheckedRows.File before = rows.lastYear(file, example.source(), table.getKey());
            long line = 1;
            for (Map<String, String> row : table.getValue()) {
                rows.row(before, ++line, row);
            }
        }
    }
}
