package uk.csw.pipeline.generate;

import java.util.List;

/** The tables of the SSDA903 return, with the headers of the DfE guide to the return. */
final class Ssda903 {
    private static final int ALWAYS = 0;

    private Ssda903() {}

    static List<Table<KnownLife>> tables() {
        return List.of(
                header(),
                episodes(),
                reviews(),
                asylumSeekers(),
                health(),
                leavers(),
                adoptions(),
                adoptionDecisions(),
                previousPermanence(),
                missing(),
                workers());
    }

    private static Table<KnownLife> header() {
        return new Table<>(
                "header",
                List.of("Header", "903_header"),
                ALWAYS,
                List.of(
                        Column.id(),
                        Column.expectedCode("SEX"),
                        Column.birth(),
                        Column.expectedCode("ETHNIC"),
                        Column.upn(),
                        Column.text("MOTHER"),
                        Column.date("MC_DOB")),
                CareRows::header);
    }

    private static Table<KnownLife> episodes() {
        return new Table<>(
                "episodes",
                List.of("Episodes", "903_episodes"),
                ALWAYS,
                List.of(
                        Column.id(),
                        Column.keyDate("DECOM"),
                        Column.requiredCode("RNE"),
                        Column.requiredCode("LS"),
                        Column.expectedCode("CIN"),
                        Column.requiredCode("PLACE"),
                        Column.code("PLACE_PROVIDER"),
                        Column.date("DEC"),
                        Column.code("REC"),
                        Column.code("REASON_PLACE_CHANGE"),
                        Column.text("HOME_POST"),
                        Column.text("PL_POST"),
                        Column.text("URN")),
                CareRows::episodes);
    }

    private static Table<KnownLife> reviews() {
        return new Table<>(
                "reviews",
                List.of("Reviews", "903_reviews"),
                ALWAYS,
                List.of(Column.id(), Column.birth(), Column.keyDate("REVIEW"), Column.expectedCode("REVIEW_CODE")),
                CareRows::reviews);
    }

    private static Table<KnownLife> asylumSeekers() {
        return new Table<>(
                "uasc",
                List.of("UASC", "903_uasc"),
                ALWAYS,
                List.of(Column.id(), Column.expectedCode("SEX"), Column.birth(), Column.date("DUC")),
                CareRows::asylumSeekers);
    }

    private static Table<KnownLife> health() {
        return new Table<>(
                "oc2",
                List.of("OC2", "903_oc2"),
                ALWAYS,
                List.of(
                        Column.id(),
                        Column.birth(),
                        Column.text("SDQ_SCORE"),
                        Column.code("SDQ_REASON"),
                        Column.text("CONVICTED"),
                        Column.text("HEALTH_CHECK"),
                        Column.text("IMMUNISATIONS"),
                        Column.text("TEETH_CHECK"),
                        Column.text("HEALTH_ASSESSMENT"),
                        Column.text("SUBSTANCE_MISUSE"),
                        Column.text("INTERVENTION_RECEIVED"),
                        Column.text("INTERVENTION_OFFERED")),
                OutcomeRows::health);
    }

    private static Table<KnownLife> leavers() {
        return new Table<>(
                "oc3",
                List.of("OC3", "903_oc3"),
                ALWAYS,
                List.of(
                        Column.id(),
                        Column.keyDate("DOB"),
                        Column.requiredCode("IN_TOUCH"),
                        Column.code("ACTIV"),
                        Column.code("ACCOM")),
                OutcomeRows::leavers);
    }

    private static Table<KnownLife> adoptions() {
        return new Table<>(
                "ad1",
                List.of("AD1", "903_ad1"),
                ALWAYS,
                List.of(
                        Column.id(),
                        Column.birth(),
                        Column.date("DATE_INT"),
                        Column.date("DATE_MATCH"),
                        Column.text("FOSTER_CARE"),
                        Column.text("NB_ADOPTR"),
                        Column.code("SEX_ADOPTR"),
                        Column.code("LS_ADOPTR")),
                OutcomeRows::adoptions);
    }

    private static Table<KnownLife> adoptionDecisions() {
        return new Table<>(
                "placed_for_adoption",
                List.of("placed_adoption", "should_be_placed_for_adoption"),
                ALWAYS,
                List.of(
                        Column.id(),
                        Column.birth(),
                        Column.keyDate("DATE_PLACED"),
                        Column.date("DATE_PLACED_CEASED"),
                        Column.code("REASON_PLACED_CEASED")),
                OutcomeRows::adoptionDecisions);
    }

    private static Table<KnownLife> previousPermanence() {
        return new Table<>(
                "previous_permanence",
                List.of("prev_perm", "Previous_Permanence"),
                ALWAYS,
                List.of(
                        Column.id(),
                        Column.birth(),
                        Column.expectedCode("PREV_PERM"),
                        Column.code("LA_PERM"),
                        Column.date("DATE_PERM")),
                CareRows::previousPermanence);
    }

    private static Table<KnownLife> missing() {
        return new Table<>(
                "missing",
                List.of("Missing", "903_missing"),
                ALWAYS,
                List.of(
                        Column.id(),
                        Column.birth(),
                        Column.expectedCode("MISSING"),
                        Column.keyDate("MIS_START"),
                        Column.date("MIS_END")),
                CareRows::missing);
    }

    /** Collected from 2023/24. */
    private static Table<KnownLife> workers() {
        return new Table<>(
                "sw_episodes",
                List.of("social_worker", "SW_Episodes"),
                2024,
                List.of(
                        Column.id(),
                        Column.birth(),
                        Column.text("SW_ID"),
                        Column.keyDate("SW_DECOM"),
                        Column.date("SW_DEC"),
                        Column.code("SW_REASON")),
                CareRows::workers);
    }
}
