package uk.csw.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** Census returns and our own export, from file to fact. */
class CensusReturnsTest {
    private static final String REFERRAL_DATE = "CINreferralDate";
    private static final String ASSESSMENT_START = "AssessmentActualStartDate";
    private static final String PLAN_START = "CPPstartDate";

    /** A file, the date columns that give way to a number, and those that get one beside them. */
    private record Module(String file, Map<String, String> replaced, Map<String, String> added) {}

    private static final List<Module> MODULES = List.of(
            new Module("ChildIdentifiers", Map.of(), Map.of()),
            new Module("ChildCharacteristics", Map.of(), Map.of()),
            new Module("Disabilities", Map.of(), Map.of()),
            new Module("CINdetails", Map.of(), Map.of(REFERRAL_DATE, "CINdetailsID")),
            new Module("CINPlanDates", Map.of(REFERRAL_DATE, "CINdetailsID"), Map.of()),
            new Module("Section47", Map.of(REFERRAL_DATE, "CINdetailsID"), Map.of()),
            new Module("Assessments", Map.of(REFERRAL_DATE, "CINdetailsID"), Map.of(ASSESSMENT_START, "AssessmentID")),
            new Module("Factors", Map.of(REFERRAL_DATE, "CINdetailsID", ASSESSMENT_START, "AssessmentID"), Map.of()),
            new Module("ChildProtectionPlans", Map.of(REFERRAL_DATE, "CINdetailsID"), Map.of(PLAN_START, "CPPID")),
            new Module("Reviews", Map.of(REFERRAL_DATE, "CINdetailsID", PLAN_START, "CPPID"), Map.of()));

    @TempDir
    Path folder;

    @Test
    void a_return_with_made_up_numbers_gives_the_facts_of_the_same_return_without() throws SQLException, IOException {
        Path samples = Shared.required("samples/cin-census/flattened-500");
        Warehouse dated = warehouse("dated");
        dated.inbox().copy("330", "2025-03", samples);
        conform(dated);
        Warehouse numbered = warehouse("numbered");
        for (Module module : MODULES) {
            numbered.inbox().put("330", "2025-03", module.file() + ".csv", numbered(samples, module));
        }
        conform(numbered);

        for (String fact : List.of("referral", "assessment", "enquiry", "plan", "plan_review", "disability")) {
            assertThat(facts(numbered, fact)).as(fact).isNotEmpty().isEqualTo(facts(dated, fact));
        }
        // Two assessments of one child on one day are one. Named by the day, it has the factors of both; named by its
        // number, only its own.
        List<String> factors = new ArrayList<>(facts(dated, "assessment_factor"));
        factors.remove("(330,1,2C)");
        assertThat(facts(numbered, "assessment_factor")).hasSize(581).isEqualTo(factors);
    }

    @Test
    void the_examples_of_our_export_become_facts() throws SQLException, IOException {
        Warehouse warehouse = warehouse("export");
        warehouse.inbox().copy("330", "2026-09", Shared.config().resolve("layouts/csw-export/examples"));
        conform(warehouse);

        assertThat(warehouse.rows("""
                select referral_date, is_nfa, has_assessment, has_enquiry, has_protection_plan, was_looked_after, is_not_in_need
                from core.fact_referral
                order by referral_date"""))
                .containsExactly(
                        "2025-11-03|f|f|f|f|t|f",
                        "2026-04-07|f|t|t|t|f|f",
                        "2026-04-21|f|t|f|f|f|t",
                        "2026-08-11|f|t|t|f|f|f",
                        "2026-08-28|t|f|f|f|f|f");
        assertThat(warehouse.rows("select factor from core.fact_assessment_factor order by factor"))
                .containsExactly("16A", "21", "3B", "4B");
        assertThat(warehouse.rows("select start_date, placement_type from core.fact_placement order by start_date"))
                .containsExactly("2025-11-05|U6", "2026-05-18|K2");
        assertThat(warehouse.rows("""
                select period_key, basis, kpi_code, value
                from core.fact_indicator
                order by kpi_code"""))
                .containsExactly(
                        "202608|ytd|EHCP_20W_PCT|60.55",
                        "202609|month|NEET_PCT|2.33",
                        "202609|snapshot|SW_AGENCY_PCT|15.3");
    }

    @Test
    void what_the_returns_and_our_export_both_tell_of_counts_once() throws SQLException, IOException {
        Warehouse warehouse = warehouse("both");
        warehouse
                .inbox()
                .put("330", "2025-03", "CINdetails.csv", """
                        LAchildID,CINreferralDate,ReferralSource,PrimaryNeedCode,ReferralNFA,CINClosureDate,ReasonForClosure,DateofInitialICPC
                        C1,2025-01-06,2B,N1,False,,,
                        """)
                .put("330", "2025-03", "Assessments.csv", """
                        LAchildID,CINreferralDate,AssessmentActualStartDate,AssessmentInternalReviewDate,AssessmentAuthorisationDate
                        C1,2025-01-06,2025-01-07,,
                        """)
                .put("330", "2025-03", "Section47.csv", """
                        LAchildID,CINreferralDate,S47ActualStartDate,ICPCRequired,InitialCPCtarget,DateOfInitialCPC
                        C1,2025-01-06,2025-01-09,True,,
                        """)
                .put("330", "2025-03", "ChildProtectionPlans.csv", """
                        LAchildID,CINreferralDate,CPPstartDate,CPPendDate,InitialCategoryOfAbuse,LatestCategoryOfAbuse,NumberOfPreviousCPP
                        C1,2025-01-06,2025-01-20,,NEG,NEG,0
                        """)
                .put("330", "2025-03", "Episodes.csv", """
                        CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
                        C1,03/02/2025,S,C2,N1,U6,PR1,,,,,,
                        """)
                .put(
                        "330",
                        "2025-04",
                        "referrals.csv",
                        "child_id,referral_date,referral_source,is_nfa,closure_date,need\nC1,2025-01-06,2B,0,,N1\n")
                .put(
                        "330",
                        "2025-04",
                        "assessments.csv",
                        "child_id,assessment_start_date,assessment_end_date\nC1,2025-01-07,2025-04-09\n")
                .put("330", "2025-04", "enquiries.csv", """
                        child_id,enquiry_start_date,conference_date,conference_not_required
                        C1,2025-01-09,2025-01-20,0
                        """)
                .put("330", "2025-04", "plans.csv", """
                        child_id,plan_type,plan_start_date,plan_end_date,initial_category
                        C1,cp,2025-01-20,,NEG
                        """)
                .put("330", "2025-04", "placements.csv", """
                        child_id,episode_start_date,start_reason,legal_status,need,placement_type,placement_provider,episode_end_date,end_reason
                        C1,2025-02-03,S,C2,N1,U6,PR1,2025-04-10,E4A
                        """);
        conform(warehouse);

        assertThat(warehouse.rows("""
                select 'referral' as fact, referral_date, closure_date from core.fact_referral
                union all
                select 'assessment', start_date, end_date from core.fact_assessment
                union all
                select 'enquiry', start_date, conference_date from core.fact_enquiry
                union all
                select 'plan', start_date, end_date from core.fact_plan
                union all
                select 'care episode', start_date, end_date from core.fact_care_episode
                union all
                select 'care period', start_date, end_date from core.fact_care_period
                order by 2, 1"""))
                .containsExactly(
                        "referral|2025-01-06|null",
                        "assessment|2025-01-07|2025-04-09",
                        "enquiry|2025-01-09|2025-01-20",
                        "plan|2025-01-20|null",
                        "care episode|2025-02-03|2025-04-10",
                        "care period|2025-02-03|2025-04-10");
    }

    @Test
    void an_indicator_stays_until_the_service_says_something_else() throws SQLException, IOException {
        Warehouse warehouse = warehouse("indicators");
        String header = "indicator_period,basis,kpi_code,numerator,denominator,value\n";
        warehouse
                .inbox()
                .put(
                        "330",
                        "2026-08",
                        "indicators.csv",
                        header + "2026-08,month,NEET_PCT,1,10,10\n2026-08,month,PART_PCT,2,10,20\n");
        conform(warehouse);
        warehouse
                .inbox()
                .put(
                        "330",
                        "2026-09",
                        "indicators.csv",
                        header + "2026-08,month,NEET_PCT,3,10,30\n2026-09,month,NEET_PCT,4,10,40\n");
        conform(warehouse);

        assertThat(warehouse.rows("select period_key, kpi_code, value from core.fact_indicator order by 1, 2"))
                .containsExactly("202608|NEET_PCT|30", "202608|PART_PCT|20", "202609|NEET_PCT|40");
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

    /** Everything a fact says, but for the child's key, which hangs on the installation, and where the row came from. */
    private static List<String> facts(Warehouse warehouse, String fact) {
        String columns = String.join(", ", warehouse.rows("""
                        select column_name
                        from information_schema.columns
                        where table_schema = 'core' and table_name = 'fact_%s'
                            and column_name not in ('child_key', 'delivery_id', 'file_id', 'line')
                        order by ordinal_position""".formatted(fact)));
        return warehouse.rows("select (" + columns + ")::text from core.fact_" + fact + " order by 1");
    }

    /** The file with numbers in place of dates, as a flattening of the XML would number its modules. */
    private static String numbered(Path samples, Module module) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = Files.newBufferedReader(samples.resolve(module.file() + ".csv"));
                CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            boolean first = true;
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                Map<String, String> cells = new HashMap<>(row.toMap());
                List<String> header = new ArrayList<>();
                List<String> values = new ArrayList<>();
                for (String column : row.getParser().getHeaderNames()) {
                    String number = row.get("LAchildID") + cells.get(REFERRAL_DATE) + "/" + cells.get(column);
                    if (module.added().containsKey(column)) {
                        header.add(module.added().get(column));
                        values.add(number);
                    }
                    header.add(module.replaced().getOrDefault(column, column));
                    values.add(module.replaced().containsKey(column) ? number : row.get(column));
                }
                if (first) {
                    printer.printRecord(header);
                    first = false;
                }
                printer.printRecord(values);
            }
        }
        return text.toString();
    }
}
