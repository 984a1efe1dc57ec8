package uk.csw.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** What the monthly export brings besides the statutory returns, from the file to the fact. */
class FeedsConformTest {
    private static final String REFERRALS = "child_id,referral_date,referral_source,is_nfa,closure_date,need\n";

    @TempDir
    Path folder;

    @Test
    void a_contact_became_a_referral_when_one_followed_within_three_working_days() throws SQLException, IOException {
        Warehouse warehouse = warehouse("contacts");
        warehouse.inbox().put("330", "2026-05", "referrals.csv", REFERRALS + """
                C1,2026-05-06,2A,0,,N1
                C2,2026-05-07,2A,0,,N1
                C3,2026-04-30,2A,0,,N1
                """);
        warehouse.inbox().put("330", "2026-05", "contacts.csv", """
                child_id,contact_date,contact_source
                C1,2026-04-30,2A
                C2,2026-04-30,2A
                C3,2026-05-01,2A
                C4,2026-05-01,
                """);
        conform(warehouse);

        assertThat(warehouse.rows("""
                select contact_date, contact_source, is_referred_3wd
                from core.fact_contact
                order by file_id, line"""))
                .as("from Thursday to the Wednesday after the May holiday it is three working days, to Thursday four")
                .containsExactly("2026-04-30|2A|t", "2026-04-30|2A|f", "2026-05-01|2A|f", "2026-05-01|null|f");
    }

    @Test
    void a_visit_counts_the_working_days_since_the_one_before_or_since_the_plan_began()
            throws SQLException, IOException {
        Warehouse warehouse = warehouse("visits");
        warehouse.inbox().put("330", "2026-07", "plans.csv", """
                child_id,plan_type,plan_start_date,plan_end_date
                C1,cp,2026-06-01,2026-06-30
                C2,cin,2026-06-01,
                """);
        warehouse.inbox().put("330", "2026-07", "visits.csv", """
                child_id,visit_date,child_seen
                C1,2026-06-08,1
                C1,2026-06-15,0
                C1,2026-06-22,
                C1,2026-07-01,1
                C2,2026-06-08,1
                """);
        conform(warehouse);

        assertThat(warehouse.rows("select visit_date, working_days from core.fact_plan_visit order by 1"))
                .containsExactly("2026-06-08|5", "2026-06-22|10");
    }

    @Test
    void an_interview_is_in_time_by_its_hours_or_else_by_the_third_day() throws SQLException, IOException {
        Warehouse warehouse = warehouse("interviews");
        warehouse.inbox().put("330", "2026-07", "return_interviews.csv", """
                child_id,missing_start_date,return_date,interview_accepted,interview_date,hours_to_interview
                C1,2026-07-01,2026-07-02,,2026-07-05,
                C1,2026-07-06,2026-07-07,,2026-07-11,
                C1,2026-07-12,2026-07-13,,2026-07-16,73
                C1,2026-07-17,2026-07-18,0,,
                """);
        conform(warehouse);

        assertThat(warehouse.rows("""
                select return_date, is_accepted, is_in_72h from core.fact_return_interview order by return_no"""))
                .containsExactly("2026-07-02|t|t", "2026-07-07|t|f", "2026-07-13|t|f", "2026-07-18|f|f");
    }

    @Test
    void a_plan_of_the_term_before_is_not_one_of_this_term() throws SQLException, IOException {
        Warehouse warehouse = warehouse("plans");
        warehouse.inbox().put("330", "2026-07", "pep.csv", """
                child_id,term_end_date,pep_date
                C1,2026-07-21,2026-04-20
                C2,2026-07-21,2026-03-20
                C3,2026-07-21,
                """);
        conform(warehouse);

        assertThat(warehouse.rows("select is_in_term from core.fact_education_plan order by file_id, line"))
                .containsExactly("t", "f", "f");
    }

    @Test
    void a_case_counts_once_and_ends_with_the_last_order_about_its_children() throws SQLException, IOException {
        Warehouse warehouse = warehouse("proceedings");
        warehouse.inbox().put("330", "2026-08", "proceedings.csv", """
                child_id,case_id,application_date,final_order_date
                C1,K1,2026-01-12,2026-06-12
                C2,K1,2026-01-12,2026-07-13
                C3,K2,2026-02-02,2026-07-13
                C4,K2,2026-02-02,
                C5,K3,2026-05-02,2026-05-01
                """);
        conform(warehouse);

        assertThat(warehouse.rows("""
                select children, application_date, final_order_date, days, is_impossible
                from core.fact_proceeding order by case_no"""))
                .containsExactly(
                        "2|2026-01-12|2026-07-13|182|f", "2|2026-02-02|null|null|f", "1|2026-05-02|2026-05-01|null|t");
    }

    @Test
    void families_are_counted_and_children_where_no_family_is_known() throws SQLException, IOException {
        Warehouse warehouse = warehouse("families");
        warehouse.inbox().put("330", "2026-05", "early_help.csv", """
                child_id,family_id,early_help_start_date,early_help_end_date
                C1,F1,2026-02-02,
                C2,F1,2026-05-04,
                C3,,2026-04-01,2026-05-31
                C4,,2026-05-31,
                """);
        conform(warehouse);

        assertThat(warehouse.rows("""
                select period_key, children, start_date, months_open
                from core.fact_early_help_month order by period_key, case_no"""))
                .containsExactly(
                        "202604|1|2026-02-02|2",
                        "202604|1|2026-04-01|1",
                        "202605|2|2026-02-02|3",
                        "202605|1|2026-05-31|0");
    }

    @Test
    void what_next_years_file_no_longer_mentions_is_presumed_ended_and_what_this_years_leaves_out_is_withdrawn()
            throws SQLException, IOException {
        Warehouse warehouse = warehouse("carers");
        String header = "household_id,approval_date,deregistration_date,is_own_agency\n";
        warehouse.inbox().put("330", "2026-02", "foster_carers.csv", header + """
                H1,2019-03-04,,1
                H2,2020-03-04,,1
                H3,2026-01-10,,1
                H4,2026-02-10,,1
                """);
        warehouse.inbox().put("330", "2026-03", "foster_carers.csv", header + """
                H1,2019-03-04,,1
                H2,2020-03-04,,1
                H4,2026-02-10,,1
                """);
        warehouse.inbox().put("330", "2026-04", "foster_carers.csv", header + """
                H1,2019-03-04,2026-04-30,1
                H4,2026-02-10,,0
                """);
        conform(warehouse);

        assertThat(warehouse.rows("""
                select approval_date, deregistered_date, is_presumed_ended, is_own_agency
                from core.fact_foster_household order by household_no"""))
                .containsExactly("2019-03-04|2026-04-30|f|t", "2020-03-04|2026-03-31|t|t", "2026-02-10|null|f|f");
        assertThat(warehouse.rows("""
                select period_key, count(*)
                from core.fact_foster_household_month where period_key > 202512 group by 1 order by 1""")).containsExactly("202601|2", "202602|3", "202603|2", "202604|1");
    }

    @Test
    void the_facts_do_not_depend_on_the_order_of_arrival() throws SQLException, IOException {
        List<List<String>> facts = new ArrayList<>();
        for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 0, 2))) {
            Warehouse warehouse = warehouse("order" + order);
            for (int month : order) {
                deliver(warehouse, month);
                conform(warehouse);
            }
            facts.add(allFacts(warehouse));
        }
        Warehouse together = warehouse("together");
        for (int month = 0; month < 3; month++) {
            deliver(together, month);
        }
        conform(together);

        List<String> expected = allFacts(together);
        assertThat(expected).hasSizeGreaterThan(15);
        assertThat(facts).allSatisfy(found -> assertThat(found).isEqualTo(expected));
    }

    private static void deliver(Warehouse warehouse, int number) {
        String month = List.of("2026-03", "2026-04", "2026-05").get(number);
        String end = List.of("", "2026-04-20", "2026-04-21").get(number);
        warehouse
                .inbox()
                .put("330", month, "referrals.csv", REFERRALS + "C1,2026-03-0" + (2 + number) + ",2A,0,,N1\n")
                .put("330", month, "contacts.csv", "child_id,contact_date\nC1,2026-02-27\nC2," + month + "-01\n")
                .put("330", month, "plans.csv", "child_id,plan_type,plan_start_date,plan_end_date\nC1,cp,2026-03-05,\n")
                .put("330", month, "visits.csv", "child_id,visit_date\nC1," + month + "-12\n")
                .put(
                        "330",
                        month,
                        "early_help.csv",
                        "child_id,family_id,early_help_start_date,early_help_end_date\nC1,F" + number + ",2026-02-02,"
                                + end + "\nC2,F1,2026-03-01,\n")
                .put(
                        "330",
                        month,
                        "proceedings.csv",
                        "child_id,case_id,application_date,final_order_date\nC1,K1,2026-01-12," + end + "\n")
                .put(
                        "330",
                        month,
                        "foster_carers.csv",
                        "household_id,approval_date,deregistration_date\nH1,2026-03-0" + (1 + number) + "," + end
                                + "\n")
                .put(
                        "330",
                        month,
                        "adopters.csv",
                        "adopter_id,adopter_approval_date\nA" + number + "," + month + "-02\n")
                .put("330", month, "pep.csv", "child_id,term_end_date,pep_date\nC1,2026-03-27," + month + "-02\n")
                .put(
                        "330",
                        month,
                        "return_interviews.csv",
                        "child_id,missing_start_date,return_date,interview_date\nC1,," + month + "-02," + month
                                + "-04\n");
    }

    private static List<String> allFacts(Warehouse warehouse) {
        List<String> facts = new ArrayList<>();
        for (String query : List.of(
                "select contact_no, contact_date, is_referred_3wd from core.fact_contact",
                "select visit_date, working_days from core.fact_plan_visit",
                "select return_date, is_in_72h from core.fact_return_interview",
                "select term_end_date, plan_date, is_in_term from core.fact_education_plan",
                "select * from core.fact_proceeding",
                "select * from core.fact_foster_household",
                "select * from core.fact_foster_household_month",
                "select * from core.fact_adopter",
                "select * from core.fact_early_help_month")) {
            facts.addAll(warehouse.rows(query).stream()
                    .map(row -> query + ": " + row)
                    .sorted()
                    .toList());
        }
        return facts;
    }

    private Warehouse warehouse(String name) throws IOException, SQLException {
        Warehouse warehouse = new Warehouse(new Inbox(Files.createDirectories(folder.resolve(name))));
        warehouse.execute("truncate core.dim_authority, core.authority_change");
        ReferenceData reference = ReferenceData.load(Shared.config());
        InTransaction.run(warehouse.database(), reference::install);
        return warehouse;
    }

    private static void conform(Warehouse warehouse) throws SQLException {
        assertThat(warehouse.load().refused()).isEmpty();
        Conform conform = new Conform(warehouse.layouts());
        InTransaction.run(warehouse.database(), connection -> conform.run(connection, List.of(330)));
    }
}
