package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.delivery.RegisteredDelivery;
import uk.csw.pipeline.delivery.Registration;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** Our own monthly export: what its page promises is what is read. */
class ExportLandingTest {
    private final Path examples = Shared.config().resolve("layouts/csw-export/examples");

    @TempDir
    Path folder;

    @Test
    void every_example_loads_without_a_finding() throws SQLException {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        warehouse.inbox().copy("330", "2026-09", examples);

        Registration registration = warehouse.load();

        Checks checks = Checks.load(Shared.config());
        List<Long> deliveries = registration.registered().stream()
                .map(RegisteredDelivery::deliveryId)
                .toList();
        InTransaction.run(warehouse.database(), connection -> checks.run(connection, deliveries));

        assertThat(registration.findings()).isEmpty();
        assertThat(warehouse.rows("select rule_code, column_name, found from quarantine.finding"))
                .isEmpty();
        assertThat(warehouse.rows("""
                select file_name, layout, entity, rows_read, rows_staged
                from ops.delivery_file
                order by file_name"""))
                .containsExactly(
                        "adopters.csv|csw-adopters|adopter|2|2",
                        "assessments.csv|csw-assessments|assessment|3|3",
                        "children.csv|csw-children|person|5|5",
                        "contacts.csv|csw-contacts|contact|3|3",
                        "early_help.csv|csw-early-help|early_help|3|3",
                        "enquiries.csv|csw-enquiries|enquiry|2|2",
                        "foster_carers.csv|csw-foster-carers|foster_household|3|3",
                        "indicators.csv|csw-indicators|indicator|3|3",
                        "pep.csv|csw-pep|education_plan|2|2",
                        "placements.csv|csw-placements|care_episode|2|2",
                        "plans.csv|csw-plans|plan|3|3",
                        "proceedings.csv|csw-proceedings|proceeding|3|3",
                        "referrals.csv|csw-referrals|referral|5|5",
                        "return_interviews.csv|csw-return-interviews|return_interview|2|2",
                        "visits.csv|csw-visits|plan_visit|3|3");
    }

    @Test
    void figures_of_other_services_are_about_a_month_and_no_child_and_of_a_known_indicator() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        warehouse.inbox().put("330", "2026-09", "indicators.csv", """
                period,basis,kpi,numerator,denominator,value,coverage
                2026-09,month,NEET_PCT,"1,096",4120.5,26.6%,98.5
                09/2026,ytd,NEET_PCT,0,-1,-0.000125,101
                2026-08-31,yearly,NEET_PCT,,,12345678901.25,
                2026-13,month,NEET_PCT,1,2,50,
                2026-09,snapshot,CLA_RATE,1,2,50,
                """);

        warehouse.load();

        assertThat(warehouse.rows("""
                select child_key, child_id, indicator_period, basis, numerator, denominator, value, coverage_percent
                from staging.indicator
                order by line"""))
                .containsExactly(
                        "null|null|2026-09-01|month|1096|4120.5|26.6|98.5",
                        "null|null|2026-09-01|ytd|0|null|-0.000125|null",
                        "null|null|2026-08-01|annual|null|null|12345678901.25|null");
        assertThat(warehouse.rows(
                        "select line, rule_code, found, expected from quarantine.finding order by line, found"))
                .hasSize(4)
                .anySatisfy(unknown -> assertThat(unknown)
                        .startsWith("6|CODE_UNKNOWN_REQUIRED|CLA_RATE|a code of indicator code: ABS_OVERALL_PCT"))
                .contains(
                        "3|NUMBER_OUT_OF_RANGE|-1|a number from 0",
                        "3|NUMBER_OUT_OF_RANGE|101|a number from 0 to 100",
                        "5|DATE_IMPOSSIBLE_REQUIRED|2026-13|a month such as 2026-03");
    }

    @Test
    void a_table_of_the_standard_dataset_is_read_by_its_own_headings() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        warehouse.inbox().put("330", "2026-09", "ssd_cin_episodes.csv", """
                cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team
                R1,P1,2026-04-07 00:00:00,N1,2A,N,,,East
                """);

        warehouse.load();

        assertThat(warehouse.rows("""
                select referral_ref, child_id, referral_date, need, referral_source, is_nfa, team
                from staging.referral""")).containsExactly("R1|P1|2026-04-07|N1|2A|f|East");
    }
}
