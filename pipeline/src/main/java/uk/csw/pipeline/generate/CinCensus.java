package uk.csw.pipeline.generate;

import java.util.List;

/**
 * The tables of the children in need census as its XML is usually flattened: without record numbers, every table joined
 * by child and day of referral.
 */
final class CinCensus {
    private static final int ALWAYS = 0;
    /** Sex was called gender, 1 and 2, until the census of 2023/24. */
    private static final int SEX_FROM = 2025;

    private CinCensus() {}

    /** The tables of the census of a financial year, by the year it ends in. */
    static List<Table<KnownCases>> tables(int financialYear) {
        return List.of(
                identifiers(financialYear >= SEX_FROM),
                table("ChildCharacteristics", List.of(child(), Column.code("Ethnicity")), CensusRows::characteristics),
                table("Disabilities", List.of(child(), Column.keyCode("Disability")), CensusRows::disabilities),
                details(),
                table(
                        "Assessments",
                        List.of(
                                child(),
                                referral(),
                                Column.keyDate("AssessmentActualStartDate"),
                                Column.date("AssessmentInternalReviewDate"),
                                Column.end("AssessmentAuthorisationDate")),
                        CensusRows::assessments),
                table(
                        "Factors",
                        List.of(
                                child(),
                                referral(),
                                Column.linkDate("AssessmentActualStartDate"),
                                Column.keyCode("Factor")),
                        CensusRows::factors),
                enquiries(),
                table(
                        "CINPlanDates",
                        List.of(child(), referral(), Column.keyDate("CINPlanStartDate"), Column.end("CINPlanEndDate")),
                        CensusRows::plans),
                protectionPlans(),
                table(
                        "Reviews",
                        List.of(child(), referral(), Column.linkDate("CPPstartDate"), Column.keyDate("CPPreviewDate")),
                        CensusRows::reviews));
    }

    private static Table<KnownCases> identifiers(boolean isSex) {
        return table(
                "ChildIdentifiers",
                List.of(
                        child(),
                        Column.upn(),
                        Column.text("FormerUPN"),
                        Column.date("PersonBirthDate"),
                        Column.code(isSex ? "Sex" : "GenderCurrent"),
                        Column.code("UPNUnknownType"),
                        Column.date("ExpectedPersonBirthDate"),
                        Column.date("PersonDeathDate")),
                CensusRows::identifiers);
    }

    private static Table<KnownCases> details() {
        return table(
                "CINdetails",
                List.of(
                        child(),
                        Column.keyDate("CINreferralDate"),
                        Column.code("ReferralSource"),
                        Column.code("PrimaryNeedCode"),
                        Column.text("ReferralNFA"),
                        Column.end("CINClosureDate"),
                        Column.code("ReasonForClosure"),
                        Column.date("DateofInitialICPC")),
                CensusRows::details);
    }

    private static Table<KnownCases> enquiries() {
        return table(
                "Section47",
                List.of(
                        child(),
                        referral(),
                        Column.keyDate("S47ActualStartDate"),
                        Column.text("ICPCRequired"),
                        Column.date("InitialCPCtarget"),
                        Column.end("DateOfInitialCPC")),
                CensusRows::enquiries);
    }

    private static Table<KnownCases> protectionPlans() {
        return table(
                "ChildProtectionPlans",
                List.of(
                        child(),
                        referral(),
                        Column.keyDate("CPPstartDate"),
                        Column.end("CPPendDate"),
                        Column.code("InitialCategoryOfAbuse"),
                        Column.code("LatestCategoryOfAbuse"),
                        Column.text("NumberOfPreviousCPP")),
                CensusRows::protectionPlans);
    }

    private static Column child() {
        return Column.id("LAchildID");
    }

    private static Column referral() {
        return Column.date("CINreferralDate");
    }

    private static Table<KnownCases> table(String name, List<Column> columns, Table.Rows<KnownCases> rows) {
        return new Table<>(
                name, List.of("CIN_" + name, name.toLowerCase(java.util.Locale.ROOT)), ALWAYS, columns, rows);
    }
}
