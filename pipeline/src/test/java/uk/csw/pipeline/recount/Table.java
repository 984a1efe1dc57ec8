package uk.csw.pipeline.recount;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tables of the two returns that figures are counted from, and what a row must have to be one. Headers in capitals. */
enum Table {
    REFERRALS("CINCLOSUREDATE", "LACHILDID", "CINREFERRALDATE"),
    ASSESSMENTS("ASSESSMENTAUTHORISATIONDATE", "LACHILDID", "ASSESSMENTACTUALSTARTDATE"),
    ENQUIRIES("INITIALCPCTARGET", "LACHILDID", "S47ACTUALSTARTDATE"),
    HELP_PLANS("CINPLANENDDATE", "LACHILDID", "CINPLANSTARTDATE"),
    PROTECTION_PLANS("CPPENDDATE", "LACHILDID", "CPPSTARTDATE"),
    PLAN_REVIEWS("CPPREVIEWDATE", "LACHILDID", "CPPREVIEWDATE", "CPPSTARTDATE"),
    CHILDREN_IN_NEED("PERSONBIRTHDATE", "LACHILDID", ""),
    CARE_EPISODES("DECOM", "CHILD", "DECOM", "RNE"),
    CARE_CHILDREN("MC_DOB", "CHILD", ""),
    CARE_HEALTH("SDQ_SCORE", "CHILD", ""),
    CARE_LEAVERS("IN_TOUCH", "CHILD", ""),
    ASYLUM_SEEKERS("DUC", "CHILD", ""),
    MISSING("MIS_START", "CHILD", "MIS_START"),
    SOCIAL_WORKERS("SW_DECOM", "CHILD", "SW_DECOM", "SW_ID"),
    ADOPTIONS("DATE_INT", "CHILD", ""),
    ADOPTION_DECISIONS("DATE_PLACED", "CHILD", "DATE_PLACED");

    private static final Map<String, Pattern> EPISODE_CODES = Map.of(
            "RNE", Pattern.compile("[SLPTBU]"),
            "LS", Pattern.compile("C1|C2|D1|E1|V2|V3|V4|L1|L2|L3|J1|J2|J3"),
            "PLACE", Pattern.compile("U[1-6]|A[3-6]|K[1-3]|H5|P[1-3]|R[1-35]|S1|T[0-4]|Z1"));
    private static final Map<String, Pattern> LEAVER_CODES =
            Map.of("IN_TOUCH", Pattern.compile("YES|NO|DIED|REFU|NREQ|RHOM"));

    private final String mark;
    private final String child;
    private final String day;
    private final String tie;

    Table(String mark, String child, String day) {
        this(mark, child, day, "");
    }

    /**
     * A table known by a header that no other has.
     *
     * @param day the day that tells rows of a child apart; none when a child has one row
     * @param tie what else tells rows of one day apart
     */
    Table(String mark, String child, String day, String tie) {
        this.mark = mark;
        this.child = child;
        this.day = day;
        this.tie = tie;
    }

    static Optional<Table> of(ReturnedFile file) {
        for (Table table : values()) {
            if (file.headers().contains(table.mark)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** Whether next year's row of a child is about something else: another birthday, another year's health. */
    boolean isYearly() {
        return this == CARE_LEAVERS || this == CARE_HEALTH;
    }

    boolean hasDay() {
        return !day.isEmpty();
    }

    String day() {
        return day;
    }

    String child(ReturnedFile.Row row) {
        return row.child(child);
    }

    String tie(ReturnedFile.Row row) {
        return tie.isEmpty() ? "" : row.text(tie);
    }

    /** Of a row that lacks its child, its day or a code without which it means nothing, there is nothing to count. */
    boolean isWhole(ReturnedFile.Row row) {
        boolean isNamed =
                !child(row).isEmpty() && (day.isEmpty() || row.date(day).isPresent());
        boolean isDated = this != CARE_LEAVERS || row.date("DOB").isPresent();
        return isNamed
                && isDated
                && required().entrySet().stream()
                        .noneMatch(
                                code -> row.code(code.getKey(), code.getValue()).isEmpty());
    }

    private Map<String, Pattern> required() {
        return switch (this) {
            case CARE_EPISODES -> EPISODE_CODES;
            case CARE_LEAVERS -> LEAVER_CODES;
            default -> Map.of();
        };
    }
}
