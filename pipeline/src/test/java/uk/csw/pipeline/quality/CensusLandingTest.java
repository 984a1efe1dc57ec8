package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.delivery.Registration;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** The children in need census as flattened CSV: with made-up record numbers, and without them. */
class CensusLandingTest {
    @TempDir
    Path folder;

    @Test
    void a_return_flattened_without_numbers_lands_whole() throws IOException {
        Path samples = Shared.required("samples/cin-census/flattened-500");
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        warehouse.inbox().copy("330", "2025-03", samples);

        Registration registration = warehouse.load();

        assertThat(registration.registered()).hasSize(1);
        assertThat(registration.findings())
                .extracting(finding -> finding.path() + " " + finding.rule().code() + " " + finding.found())
                .containsExactly("330/2025-03/ChildIdentifiers.csv COLUMN_IGNORED FormerUPN");
        assertThat(warehouse.rows("""
                select file_name, layout, rows_read, rows_staged, rows_quarantined
                from ops.delivery_file
                order by file_name collate "C\""""))
                .containsExactly(
                        "Assessments.csv|cin-assessments|675|675|0",
                        "CINPlanDates.csv|cin-plan-dates|490|490|0",
                        "CINdetails.csv|cin-details|603|603|0",
                        "ChildCharacteristics.csv|cin-child-characteristics|500|500|0",
                        "ChildIdentifiers.csv|cin-child-identifiers|500|500|0",
                        "ChildProtectionPlans.csv|cin-child-protection-plans|250|250|0",
                        "Disabilities.csv|cin-disabilities|259|259|0",
                        "Factors.csv|cin-assessment-factors|619|619|0",
                        "Reviews.csv|cin-reviews|188|188|0",
                        "Section47.csv|cin-section47|305|305|0");
        assertThat(readPerFile(warehouse)).isEqualTo(linesPerFile(samples));
    }

    @Test
    void the_opposite_question_gives_the_opposite_answer() {
        Path samples = Shared.required("samples/cin-census/flattened-500");
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        warehouse.inbox().copy("330", "2025-03", samples);

        warehouse.load();

        assertThat(warehouse.rows("""
                select is_conference_not_required, count(*), count(conference_date)
                from staging.enquiry
                group by is_conference_not_required
                order by is_conference_not_required""")).containsExactly("f|111|111", "t|194|0");
        assertThat(warehouse.rows("select is_nfa, count(*) from staging.referral group by is_nfa order by is_nfa"))
                .containsExactly("f|553", "t|50");
    }

    @Test
    void a_return_with_made_up_numbers_fills_the_same_tables() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        warehouse
                .inbox()
                .put("330", "2026-03", "ChildIdentifiers.csv", """
                        LAchildID,UPN,FormerUPN,UPNunknown,PersonBirthDate,ExpectedPersonBirthDate,Sex,PersonDeathDate
                        C1,,,UN1,2019-05-04,,F,
                        C2,,,UN1,,2026-06-01,U,
                        """)
                .put("330", "2026-03", "CINdetails.csv", """
                        LAchildID,CINdetailsID,CINreferralDate,ReferralSource,PrimaryNeedCode,CINclosureDate,ReasonForClosure,DateOfInitialCPC,ReferralNFA
                        C1,1,2025-05-01,3B,N1,,,,0
                        """)
                .put("330", "2026-03", "Assessments.csv", """
                        LAchildID,CINdetailsID,AssessmentID,AssessmentActualStartDate,AssessmentInternalReviewDate,AssessmentAuthorisationDate,AssessmentFactors
                        C1,1,7,2025-05-02,,2025-06-12,"['3B', '4B']"
                        """)
                .put("330", "2026-03", "AssessmentFactorsList.csv", """
                        LAchildID,CINdetailsID,AssessmentID,AssessmentFactor
                        C1,1,7,3B
                        """)
                .put("330", "2026-03", "CINplanDates.csv", """
                        LAchildID,CINdetailsID,CINPlanStartDate,CINPlanEndDate
                        C1,1,2025-07-01,
                        """)
                .put("330", "2026-03", "Section47.csv", """
                        LAchildID,CINdetailsID,S47ActualStartDate,InitialCPCtarget,DateOfInitialCPC,ICPCnotRequired
                        C1,1,2025-05-10,,2025-05-28,FALSE
                        """)
                .put("330", "2026-03", "ChildProtectionPlans.csv", """
                        LAchildID,CINdetailsID,CPPID,CPPstartDate,CPPendDate,InitialCategoryOfAbuse,LatestCategoryOfAbuse,NumberOfPreviousCPP
                        C1,1,3,2025-05-28,2025-07-01,NEG,NEG,0
                        """)
                .put("330", "2026-03", "Reviews.csv", """
                        LAchildID,CINdetailsID,CPPID,CPPreviewDate
                        C1,1,3,2025-06-20
                        """);

        Registration registration = warehouse.load();

        assertThat(warehouse.rows("select rule_code, column_name, found from quarantine.finding"))
                .containsExactly("COLUMN_IGNORED|null|FormerUPN");
        assertThat(registration.findings()).hasSize(1);
        assertThat(warehouse.rows(
                        "select child_id, sex, birth_date, expected_birth_date from staging.person order by line"))
                .containsExactly("C1|F|2019-05-04|null", "C2|U|null|2026-06-01");
        assertThat(warehouse.rows("select referral_ref, referral_date, is_nfa from staging.referral"))
                .containsExactly("1|2025-05-01|f");
        assertThat(warehouse.rows(
                        "select referral_ref, referral_date, assessment_ref, factors from staging.assessment"))
                .containsExactly("1|null|7|3B,4B");
        assertThat(warehouse.rows(
                        "select assessment_ref, assessment_start_date, factor from staging.assessment_factor"))
                .containsExactly("7|null|3B");
        assertThat(warehouse.rows("select conference_date, is_conference_not_required from staging.enquiry"))
                .containsExactly("2025-05-28|f");
        assertThat(warehouse.rows(
                        "select plan_type, plan_ref, start_date, end_date from staging.plan order by plan_type"))
                .containsExactly("cin|null|2025-07-01|null", "cp|3|2025-05-28|2025-07-01");
        assertThat(warehouse.rows("select plan_ref, plan_start_date, review_date from staging.plan_review"))
                .containsExactly("3|null|2025-06-20");
    }

    @Test
    void tables_that_hold_nothing_we_use_are_passed_over() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        warehouse
                .inbox()
                .put("330", "2026-03", "Header.csv", """
                        Collection,Year,ReferenceDate,SourceLevel,LEA,SoftwareCode,Release,SerialNo,DateTime
                        CIN,2026,2026-03-31,L,330,x,1,1,2026-04-01T10:00:00
                        """)
                .put("330", "2026-03", "ChildCharacteristics.csv", "LAchildID,Ethnicity\nC1,WBRI\nC2,\n");

        Registration registration = warehouse.load();

        assertThat(registration.findings())
                .extracting(finding -> finding.path() + " " + finding.rule().code())
                .containsExactly("330/2026-03/Header.csv FILE_NOT_LOADED");
        assertThat(warehouse.rows("select file_name, state, rows_staged from ops.delivery_file order by file_name"))
                .containsExactly("ChildCharacteristics.csv|landed|2", "Header.csv|ignored|0");
    }

    @Test
    void a_flag_is_read_in_every_spelling() {
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        List<String> spellings =
                List.of("true", "false", "1", "0", "True", "FALSE", "TRUE", "yes", "No", "Y", "n", "1.0", "maybe", "");
        StringBuilder file = new StringBuilder("LAchildID,CINreferralDate,ReferralSource,CINclosureDate,ReferralNFA\n");
        for (int i = 0; i < spellings.size(); i++) {
            file.append("C")
                    .append(i)
                    .append(",2025-05-01,1A,,")
                    .append(spellings.get(i))
                    .append('\n');
        }
        warehouse.inbox().put("330", "2026-03", "CINdetails.csv", file.toString());

        warehouse.load();

        assertThat(warehouse.rows("select is_nfa from staging.referral order by line"))
                .containsExactly("t", "f", "t", "f", "t", "f", "t", "t", "f", "t", "f", "t", "null", "null");
        assertThat(warehouse.rows("select rule_code, line, found from quarantine.finding"))
                .containsExactly("FLAG_UNREADABLE|14|maybe");
    }

    private static Map<String, Long> readPerFile(Warehouse warehouse) {
        Map<String, Long> counts = new TreeMap<>();
        for (String row : warehouse.rows("select file_name, rows_staged + rows_quarantined from ops.delivery_file")) {
            counts.put(row.split("\\|")[0], Long.parseLong(row.split("\\|")[1]));
        }
        return counts;
    }

    /** Counted without our reader: these files have no line breaks inside cells. */
    private static Map<String, Long> linesPerFile(Path samples) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(samples)) {
            all.forEach(files::add);
        }
        Map<String, Long> counts = new TreeMap<>();
        for (Path file : files) {
            try (var lines = Files.lines(file)) {
                counts.put(
                        file.getFileName().toString(),
                        lines.skip(1).filter(line -> !line.isBlank()).count());
            }
        }
        return counts;
    }
}
