package uk.csw.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

/** Who is in the dimension of children, and how described, is a function of the deliveries that stand. */
class PeopleConformTest {
    private static final Conform CONFORM = new Conform(List.of(
            rule("returns", "person", Optional.empty()),
            rule("census", "person", Optional.empty()),
            rule("reviews", "care_review", Optional.of("review_date"))));

    private Connection connection;
    private Deliveries authority;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        authority = new Deliveries(connection);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void a_child_of_whom_nothing_is_said_any_more_is_forgotten() throws SQLException {
        delivers(new Delivery("reviews", "2024-04", List.of("1", "2")));
        CONFORM.run(connection, List.of(Deliveries.ROTHERHAM));
        delivers(new Delivery("reviews", "2024-05", List.of("2")));
        CONFORM.run(connection, List.of(Deliveries.ROTHERHAM));

        assertThat(children()).containsExactly("2 1900-01-01 9999-12-31 not known");
    }

    @Test
    void a_census_that_comes_in_after_later_returns_takes_its_place_in_time() throws SQLException {
        delivers(new Delivery("returns", "2024-02", List.of("1 WBRI")));
        CONFORM.run(connection, List.of(Deliveries.ROTHERHAM));
        delivers(new Delivery("returns", "2024-04", List.of("1 WBRI")));
        CONFORM.run(connection, List.of(Deliveries.ROTHERHAM));
        delivers(new Delivery("census", "2024-03", List.of("1 MWBC")));
        CONFORM.run(connection, List.of(Deliveries.ROTHERHAM));

        assertThat(children())
                .containsExactly(
                        "1 1900-01-01 2024-02-29 WBRI", "1 2024-03-01 2024-03-31 MWBC", "1 2024-04-01 9999-12-31 WBRI");
    }

    @Test
    void the_other_layout_still_counts_when_one_is_corrected() throws SQLException {
        delivers(new Delivery("census", "2024-03", List.of("1 MWBC")));
        delivers(new Delivery("returns", "2024-04", List.of("1 WBRI")));
        CONFORM.run(connection, List.of(Deliveries.ROTHERHAM));
        delivers(new Delivery("returns", "2024-04", List.of("1 AIND")));
        CONFORM.run(connection, List.of(Deliveries.ROTHERHAM));

        assertThat(children()).containsExactly("1 1900-01-01 2024-03-31 MWBC", "1 2024-04-01 9999-12-31 AIND");
    }

    private List<String> children() throws SQLException {
        return authority.lines("select child_key, valid_from, valid_to, ethnicity from core.dim_child order by 1, 2");
    }

    private void delivers(Delivery delivery) throws SQLException {
        int period = Integer.parseInt(delivery.month().replace("-", ""));
        long id = authority.delivery(period);
        boolean isReview = delivery.layout().equals("reviews");
        long file = authority.file(id, delivery.layout(), isReview ? "care_review" : "person", 1);
        for (String row : delivery.rows()) {
            String[] cells = row.split(" ", -1);
            long child = Long.parseLong(cells[0]);
            Sql insert = isReview
                    ? Sql.of("""
                            insert into staging.care_review (file_id, line, child_key, child_id, row_hash, review_date)
                            values (:file, 2, :child, 'C', :child, make_date(:period / 100, :period % 100, 5))
                            """).with("period", period)
                    : Sql.of("""
                            insert into staging.person (file_id, line, child_key, child_id, row_hash, ethnicity)
                            values (:file, 2, :child, 'C', hashtextextended(:row, 0), nullif(:ethnicity, ''))
                            """).with("row", row).with("ethnicity", cells.length > 1 ? cells[1] : "");
            insert.with("file", file).with("child", child).execute(connection);
        }
    }

    private static InForceRule rule(String layout, String entity, Optional<String> eventDate) {
        List<String> key = eventDate.isPresent() ? List.of("child_id", eventDate.get()) : List.of("child_id");
        return new InForceRule(layout, entity, "financial-year-to-date", eventDate, key, List.of(), false);
    }

    /** One file. Each row is a child and, after a blank, how a file of people describes it, if at all. */
    private record Delivery(String layout, String month, List<String> rows) {}
}
