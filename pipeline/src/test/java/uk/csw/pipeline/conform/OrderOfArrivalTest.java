package uk.csw.pipeline.conform;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.TestDatabase;

/**
 * No fact depends on the order in which deliveries came in, whatever they hold: two layouts tell of the same things,
 * dates and numbers repeat, references name several rows.
 */
class OrderOfArrivalTest {
    private static final List<String> LAYOUTS = List.of("census-", "export-");
    private static final List<Integer> MONTHS = List.of(202402, 202403, 202404, 202405);
    private static final int CHILDREN = 2;
    private static final int MOST_ROWS = 4;
    private static final int MOST_OF_A_NIGHT = 15;

    private static final List<String> DAYS =
            List.of("2023-12-01", "2024-01-10", "2024-01-20", "2024-02-05", "2024-03-04", "2024-04-08");
    private static final List<String> DAYS_OR_NONE = List.of("", "", "2024-01-20", "2024-02-05", "2024-04-08");
    private static final List<String> REFERENCES = List.of("", "1", "2");
    private static final List<String> FLAGS = List.of("", "true", "false");

    private static final List<Kind> KINDS = List.of(
            kind("person", "")
                    .with("birth_date", List.of("", "2010-04-02", "2010-05-02"))
                    .with("ethnicity", List.of("", "WBRI", "MWBC")),
            kind("referral", "referral_date")
                    .with("referral_date", DAYS)
                    .with("referral_ref", REFERENCES)
                    .with("closure_date", DAYS_OR_NONE)
                    .with("transfer_conference_date", DAYS_OR_NONE)
                    .with("is_nfa", FLAGS),
            kind("assessment", "start_date")
                    .with("start_date", DAYS)
                    .with("end_date", DAYS_OR_NONE)
                    .with("referral_ref", REFERENCES)
                    .with("assessment_ref", REFERENCES)
                    .with("factors", List.of("", "1A", "1A 2B")),
            kind("enquiry", "start_date")
                    .with("start_date", DAYS)
                    .with("conference_date", DAYS_OR_NONE)
                    .with("referral_ref", REFERENCES),
            kind("plan", "start_date")
                    .keyedBy("child_id", "plan_type", "start_date")
                    .with("plan_type", List.of("cp", "cin"))
                    .with("start_date", DAYS)
                    .with("end_date", DAYS_OR_NONE)
                    .with("plan_ref", REFERENCES)
                    .with("referral_ref", REFERENCES)
                    .with("initial_category", List.of("NEG", "EMO")),
            kind("plan_review", "review_date")
                    .tiedBy("plan_ref")
                    .with("review_date", DAYS)
                    .with("plan_ref", REFERENCES),
            kind("plan_visit", "visit_date").with("visit_date", DAYS).with("is_seen", FLAGS),
            kind("contact", "contact_date")
                    .keyedBy("child_id", "contact_date", "contact_source")
                    .with("contact_date", DAYS)
                    .with("contact_source", List.of("1A", "2B")),
            kind("disability", "").keyedBy("child_id", "disability").with("disability", List.of("NONE", "HAND", "BEH")),
            kind("care_episode", "start_date")
                    .tiedBy("new_episode_reason")
                    .with("start_date", DAYS)
                    .with("end_date", DAYS_OR_NONE)
                    .with("end_reason", List.of("X1", "E4A", "E11"))
                    .with("new_episode_reason", List.of("S", "P"))
                    .with("legal_status", List.of("C2", "E1"))
                    .with("placement_type", List.of("U6", "A3")),
            kind("care_review", "review_date").with("review_date", DAYS).with("participation", List.of("PN1", "PN2")),
            kind("missing_episode", "start_date")
                    .with("start_date", DAYS)
                    .with("end_date", DAYS_OR_NONE)
                    .with("missing_kind", List.of("M", "A")),
            kind("return_interview", "return_date")
                    .keyedBy("child_id", "return_date", "missing_start_date")
                    .with("missing_start_date", DAYS_OR_NONE)
                    .with("return_date", DAYS)
                    .with("interview_date", DAYS_OR_NONE)
                    .with("is_offered", FLAGS),
            kind("social_worker_spell", "start_date")
                    .tiedBy("worker_id")
                    .with("start_date", DAYS)
                    .with("end_date", DAYS_OR_NONE)
                    .with("worker_id", List.of("W1", "W2"))
                    .with("change_reason", List.of("OTHER", "SICK")),
            kind("adoption", "").with("decision_date", DAYS_OR_NONE).with("match_date", DAYS_OR_NONE),
            kind("adoption_placement", "placed_date").with("placed_date", DAYS).with("ceased_date", DAYS_OR_NONE),
            kind("care_health", "").ofAYear().with("dental_check", FLAGS).with("convicted", FLAGS),
            kind("care_leaver", "")
                    .ofAYear()
                    .with("birth_date", List.of("2006-03-31", "2006-04-01"))
                    .with("in_touch", List.of("YES", "NO")),
            kind("education_plan", "term_end_date").with("term_end_date", DAYS).with("plan_date", DAYS_OR_NONE),
            kind("early_help", "start_date")
                    .with("family_ref", REFERENCES)
                    .with("start_date", DAYS)
                    .with("end_date", DAYS_OR_NONE),
            kind("proceeding", "application_date")
                    .keyedBy("child_id", "case_ref")
                    .with("case_ref", List.of("P1", "P2"))
                    .with("application_date", DAYS)
                    .with("final_order_date", DAYS_OR_NONE),
            kind("foster_household", "approval_date")
                    .keyedBy("household_ref")
                    .with("household_ref", List.of("H1", "H2", "H3"))
                    .with("approval_date", DAYS)
                    .with("deregistered_date", DAYS_OR_NONE),
            kind("adopter", "approval_date")
                    .keyedBy("household_ref")
                    .with("household_ref", List.of("H1", "H2", "H3"))
                    .with("approval_date", DAYS));

    private static final Conform CONFORM =
            new Conform(KINDS.stream().flatMap(kind -> kind.rules().stream()).toList());

    private Connection connection;
    private Deliveries authority;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.fresh().getConnection();
        connection.setAutoCommit(false);
        begin();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void facts_do_not_depend_on_the_order_of_arrival() throws SQLException {
        Random random = new Random(47);
        for (int round = 1; round <= 4; round++) {
            List<Delivery> deliveries = deliveries(random);
            Map<String, List<String>> together = factsAfter(List.of(deliveries));
            Collections.shuffle(deliveries, random);
            Map<String, List<String>> byAndBy = factsAfter(nights(deliveries, random));
            for (String fact : together.keySet()) {
                assertThat(byAndBy.get(fact))
                        .as("%s, round %d", fact, round)
                        .containsExactlyInAnyOrderElementsOf(together.get(fact));
            }
        }
    }

    private Map<String, List<String>> factsAfter(List<List<Delivery>> nights) throws SQLException {
        for (List<Delivery> night : nights) {
            for (Delivery delivery : night) {
                delivers(delivery);
            }
            CONFORM.run(connection, List.of(Deliveries.ROTHERHAM));
        }
        Map<String, List<String>> facts = new TreeMap<>();
        for (String fact : authority.lines("""
                select tablename from pg_tables
                where schemaname = 'core' and tablename like 'fact_%' or tablename = 'dim_child'
                """)) {
            facts.put(fact, authority.lines("""
                    select to_jsonb(fact) - array['delivery_id', 'file_id', 'line'] as cells
                    from core.""" + fact + " as fact"));
        }
        connection.rollback();
        begin();
        return facts;
    }

    private static List<List<Delivery>> nights(List<Delivery> deliveries, Random random) {
        List<List<Delivery>> nights = new ArrayList<>();
        for (int from = 0; from < deliveries.size(); ) {
            int to = Math.min(deliveries.size(), from + 1 + random.nextInt(MOST_OF_A_NIGHT));
            nights.add(deliveries.subList(from, to));
            from = to;
        }
        return nights;
    }

    private void begin() throws SQLException {
        authority = new Deliveries(connection);
        Sql.file(Deliveries.class, "days.sql").execute(connection);
    }

    private void delivers(Delivery delivery) throws SQLException {
        long file = authority.file(
                authority.delivery(delivery.period()),
                delivery.layout(),
                delivery.kind().entity(),
                delivery.rows().size());
        int line = 2;
        for (String row : delivery.rows()) {
            Sql.of("insert into staging." + delivery.kind().entity()
                            + " (file_id, line, child_id, row_hash, child_key, "
                            + String.join(", ", delivery.kind().values().keySet()) + ") values (" + file + ", " + line++
                            + ", 'C', hashtextextended($row$" + row + "$row$, 0), " + row + ")")
                    .execute(connection);
        }
    }

    private static List<Delivery> deliveries(Random random) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (String layout : LAYOUTS) {
                for (int month : MONTHS) {
                    if (random.nextInt(3) > 0) {
                        List<String> rows = new ArrayList<>();
                        for (int row = random.nextInt(MOST_ROWS + 1); row > 0; row--) {
                            rows.add(kind.row(random));
                        }
                        deliveries.add(new Delivery(kind, layout + kind.entity(), month, rows));
                    }
                }
            }
        }
        return deliveries;
    }

    private static Kind kind(String entity, String event) {
        List<String> key = event.isEmpty() ? List.of("child_id") : List.of("child_id", event);
        return new Kind(entity, event, key, List.of(), false, Map.of());
    }

    private record Delivery(Kind kind, String layout, int period, List<String> rows) {}

    /** What two layouts tell of, and what each of its columns may hold. */
    private record Kind(
            String entity,
            String event,
            List<String> key,
            List<String> tieBreak,
            boolean isOfAYear,
            Map<String, List<String>> values) {
        Kind keyedBy(String... columns) {
            return new Kind(entity, event, List.of(columns), tieBreak, isOfAYear, values);
        }

        Kind tiedBy(String column) {
            return new Kind(entity, event, key, List.of(column), isOfAYear, values);
        }

        Kind ofAYear() {
            return new Kind(entity, event, key, tieBreak, true, values);
        }

        Kind with(String column, List<String> possible) {
            Map<String, List<String>> more = new TreeMap<>(values);
            more.put(column, possible);
            return new Kind(entity, event, key, tieBreak, isOfAYear, more);
        }

        String row(Random random) {
            return (1 + random.nextInt(CHILDREN)) + ", "
                    + values.values().stream()
                            .map(possible -> possible.get(random.nextInt(possible.size())))
                            .map(cell -> cell.isEmpty() ? "null" : "'" + cell + "'")
                            .collect(joining(", "));
        }

        List<InForceRule> rules() {
            return LAYOUTS.stream()
                    .map(layout -> new InForceRule(
                            layout + entity,
                            entity,
                            "financial-year-to-date",
                            Optional.of(event).filter(date -> !date.isEmpty()),
                            key,
                            tieBreak,
                            isOfAYear))
                    .toList();
        }
    }
}
