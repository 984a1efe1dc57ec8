package uk.csw.pipeline.generate;

/**
 * How a period of care is going to end. Shares by age at start are set so that of all who cease in a year 9% are adopted
 * and 12% leave under a special guardianship order (England 2025), and the stock is two and a half times the starts.
 */
enum Pathway {
    HOME,
    ADOPTION,
    GUARDIAN,
    ORDER,
    GROWN_UP,
    REMAND,
    ELSEWHERE,
    CUSTODY,
    DIED,
    SHORT_BREAKS;

    private static final CodeMix UNDER_1 =
            CodeMix.of("ADOPTION 36, GUARDIAN 26, HOME 24, ORDER 6, GROWN_UP 7, ELSEWHERE 0.7, DIED 0.3");
    private static final CodeMix FROM_1 =
            CodeMix.of("ADOPTION 15, GUARDIAN 27, HOME 35, ORDER 8, GROWN_UP 14, ELSEWHERE 1");
    private static final CodeMix FROM_5 = CodeMix.of(
            "ADOPTION 2, GUARDIAN 16, HOME 45, ORDER 9, GROWN_UP 25, ELSEWHERE 2.8, SHORT_BREAKS 2, DIED 0.2");
    private static final CodeMix FROM_10 = CodeMix.of("GUARDIAN 4, HOME 45, ORDER 5, GROWN_UP 36, ELSEWHERE 3,"
            + " REMAND 1.5, CUSTODY 1, SHORT_BREAKS 4, DIED 0.3");
    private static final CodeMix FROM_16 =
            CodeMix.of("HOME 20, ORDER 2, GROWN_UP 68, ELSEWHERE 3, REMAND 5, CUSTODY 2");
    private static final CodeMix ASYLUM = CodeMix.of("GROWN_UP 89, ELSEWHERE 10, ORDER 1");

    static Pathway of(Chance chance, Child child, int age) {
        CodeMix mix = child.isAsylumSeeker()
                ? ASYLUM
                : age < 1 ? UNDER_1 : age < 5 ? FROM_1 : age < 10 ? FROM_5 : age < 16 ? FROM_10 : FROM_16;
        return Pathway.valueOf(mix.pick(chance));
    }

    /** Days in care; adoption is planned step by step instead, and growing up ends on the eighteenth birthday. */
    int days(Chance chance) {
        return switch (this) {
            case HOME ->
                chance.happens(0.3)
                        ? chance.between(2, 56)
                        : chance.happens(0.57) ? chance.between(57, 240) : chance.between(241, 720);
            case GUARDIAN -> chance.between(240, 960);
            case ORDER -> chance.between(60, 800);
            case REMAND -> chance.between(10, 200);
            case ELSEWHERE -> chance.between(5, 400);
            case CUSTODY -> chance.between(90, 900);
            case DIED -> chance.between(20, 1500);
            case SHORT_BREAKS -> chance.between(300, 1500);
            case ADOPTION, GROWN_UP -> Integer.MAX_VALUE;
        };
    }
}
