package uk.csw.pipeline.generate;

/** The code REC at the end of a period of care. */
final class EndReason {
    private static final CodeMix GUARDIAN = CodeMix.of("E45 52, E46 5, E47 38, E48 5");
    private static final CodeMix ADULT_WITH_CARERS = CodeMix.of("E17 48, E5 20, E8 24, E7 4, E6 4");
    private static final CodeMix ADULT_SUPPORTED = CodeMix.of("E5 56, E6 10, E8 30, E7 4");
    private static final CodeMix ADULT_ELSEWHERE = CodeMix.of("E5 32, E8 48, E7 16, E6 4");

    private EndReason() {}

    static String of(Pathway pathway, Child child, Placement last, Chance chance) {
        return switch (pathway) {
            case HOME -> chance.happens(0.72) ? "E4A" : "E4B";
            case ADOPTION -> chance.happens(0.15) ? "E11" : "E12";
            case GUARDIAN -> GUARDIAN.pick(chance);
            case ORDER -> chance.happens(0.55) ? "E41" : "E13";
            case REMAND -> chance.happens(0.7) ? "E14" : "E9";
            case ELSEWHERE -> chance.happens(0.9) ? "E3" : "E16";
            case CUSTODY -> "E9";
            case DIED -> "E2";
            case SHORT_BREAKS -> "E8";
            case GROWN_UP -> child.isAsylumSeeker() && chance.happens(0.05) ? "E15" : adult(last, chance);
        };
    }

    private static String adult(Placement last, Chance chance) {
        if (last.isWithFosterCarer()) {
            return ADULT_WITH_CARERS.pick(chance);
        }
        boolean isSupported = last.type().equals("K3") || last.type().equals("H5");
        return (isSupported ? ADULT_SUPPORTED : ADULT_ELSEWHERE).pick(chance);
    }
}
