package uk.csw.pipeline.generate;

/**
 * Which kind of placement comes next, so that of all looked after 67% are fostered and 12% live in children's homes and
 * the like (England, 31 March 2025). The shares of the other kinds are made up.
 */
final class PlacementMix {
    private static final CodeMix UNDER_1 = CodeMix.of("U6 60, U3 18, U5 6, R3 6, P1 10");
    private static final CodeMix UNDER_10 = CodeMix.of("U6 60, U3 19, P1 15, K2 6");
    private static final CodeMix UNDER_16 = CodeMix.of("U6 52, U3 11, K2 24, P1 11, S1 1, R1 1");
    private static final CodeMix FROM_16 = CodeMix.of("U6 22, U3 5, K2 24, K3 43, P1 5, R1 1");
    private static final CodeMix ASYLUM = CodeMix.of("U6 34, K3 64, K2 2");
    private static final CodeMix ASYLUM_UNDER_16 = CodeMix.of("U6 92, K2 8");
    private static final CodeMix REMAND = CodeMix.of("R5 45, K1 25, U6 20, K2 10");
    private static final CodeMix SHORT_BREAKS = CodeMix.of("K2 60, U6 40");

    private static final CodeMix REASON = CodeMix.of(
            "CARPL 52, CREQB 14, CREQO 10, CHILD 5, LAREQ 6, OTHER 6, ALLEG 2, STAND 2, CLOSE 2, APPRR 0.5, CUSTOD 0.5");

    private PlacementMix() {}

    static String next(Chance chance, Child child, Stay stay, int age) {
        CodeMix mix = switch (stay.pathway()) {
            case REMAND -> REMAND;
            case SHORT_BREAKS -> SHORT_BREAKS;
            default -> byAge(child, age);
        };
        return mix.pick(chance);
    }

    static String reason(Chance chance) {
        return REASON.pick(chance);
    }

    private static CodeMix byAge(Child child, int age) {
        if (child.isAsylumSeeker()) {
            return age < 16 ? ASYLUM_UNDER_16 : ASYLUM;
        }
        return age < 1 ? UNDER_1 : age < 10 ? UNDER_10 : age < 16 ? UNDER_16 : FROM_16;
    }
}
