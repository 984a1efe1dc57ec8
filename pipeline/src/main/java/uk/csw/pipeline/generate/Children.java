package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;

/** Makes the children of one authority: who they are, before anything happens to them. */
final class Children {
    /** Weights made up to look like a national mixture; not from a publication. */
    private static final CodeMix ETHNICITY = CodeMix.of("WBRI 68.5, WIRI 0.4, WIRT 0.3, WROM 1.1, WOTH 3.2, MWBC 3.6,"
            + " MWBA 1.2, MWAS 2.0, MOTH 3.6, AIND 0.6, APKN 2.1, ABAN 0.9, AOTH 1.6, BCRB 2.1, BAFR 3.4, BOTH 1.5,"
            + " CHNE 0.1, OOTH 2.3, REFU 0.3, NOBT 1.2");

    private static final CodeMix ASYLUM_ETHNICITY =
            CodeMix.of("OOTH 30, AOTH 26, BAFR 31, BOTH 4, WOTH 6, ABAN 1, NOBT 2");

    /** Ages at the start of a first period of care, years; UASC apart. Made up so that the stock has believable ages. */
    private static final CodeMix AGE_AT_START = CodeMix.of("0 20, 1 17, 5 19, 10 30, 16 14");

    /** Ages at a first referral, years. Made up so that those in need have believable ages. */
    private static final CodeMix AGE_AT_REFERRAL = CodeMix.of("0 14, 1 24, 5 27, 10 28, 16 7");

    private static final int FIRST_NEVER_LOOKED_AFTER = 500_000;

    private final GeneratedAuthority authority;
    private final Practice practice;
    private final long seed;
    private int born;

    Children(GeneratedAuthority authority, Practice practice, long seed) {
        this(authority, practice, seed, 0);
    }

    private Children(GeneratedAuthority authority, Practice practice, long seed, int born) {
        this.born = born;
        this.authority = authority;
        this.practice = practice;
        this.seed = seed;
    }

    /** Children of whom none is looked after: their ids and pupil numbers begin far above those of the others. */
    static Children neverLookedAfter(GeneratedAuthority authority, Practice practice, long seed) {
        return new Children(authority, practice, seed, FIRST_NEVER_LOOKED_AFTER);
    }

    /** The next child, who is referred for the first time on {@code day}; some are not born yet. */
    Child referredOn(LocalDate day) {
        born++;
        Chance chance = Chance.of(seed, authority.code(), 2, born);
        LocalDate birth = day.minusDays(ageAtReferral(chance));
        return new Child(
                chance.next(),
                id(chance),
                chance.happens(0.52),
                birth,
                ETHNICITY.pick(chance),
                upn(chance, birth),
                LocalDate.MAX,
                birth);
    }

    private static int ageAtReferral(Chance chance) {
        return switch (AGE_AT_REFERRAL.pick(chance)) {
            case "0" -> chance.between(-120, 360);
            case "1" -> chance.between(366, 1820);
            case "5" -> chance.between(1827, 3650);
            case "10" -> chance.between(3653, 5840);
            default -> chance.between(5845, 6480);
        };
    }

    /** The next child, who starts to be looked after on {@code start}. */
    Child startingOn(LocalDate start) {
        born++;
        Chance chance = Chance.of(seed, authority.code(), 2, born);
        boolean asylum = chance.happens(practice.asylumShare());
        LocalDate birth = start.minusDays(asylum ? asylumAge(chance) : age(chance));
        boolean male = chance.happens(asylum ? 0.96 : 0.535);
        return new Child(
                chance.next(),
                id(chance),
                male,
                birth,
                (asylum ? ASYLUM_ETHNICITY : ETHNICITY).pick(chance),
                upn(chance, birth),
                !male && chance.happens(0.03) ? birth.plusDays(chance.between(5300, 6500)) : LocalDate.MAX,
                asylum ? asylumEnd(chance, birth, start) : birth);
    }

    private static int age(Chance chance) {
        return switch (AGE_AT_START.pick(chance)) {
            case "0" -> chance.happens(0.45) ? chance.between(0, 14) : chance.between(15, 360);
            case "1" -> chance.between(366, 1820);
            case "5" -> chance.between(1827, 3650);
            case "10" -> chance.between(3653, 5840);
            default -> chance.between(5845, 6480);
        };
    }

    private static int asylumAge(Chance chance) {
        return chance.happens(0.8) ? chance.between(5700, 6450) : chance.between(4750, 5700);
    }

    private static LocalDate asylumEnd(Chance chance, LocalDate birth, LocalDate start) {
        LocalDate adult = birth.plusYears(18);
        LocalDate decided = start.plusDays(chance.between(120, 700));
        return chance.happens(0.06) && decided.isBefore(adult) ? decided : adult;
    }

    private String id(Chance chance) {
        int number = 100_003 + born * 9 + chance.below(9);
        return practice.hasNumericIds() ? Integer.toString(number) : "C" + (1_000_000 + number);
    }

    private String upn(Chance chance, LocalDate birth) {
        int school = 2000 + (born / 1000) % 5000;
        return Upn.of(authority.code(), school, birth.getYear() + 4 + chance.below(2), born % 1000);
    }

    /** The month a child's UPN is first held, some weeks after the age of four and a half. */
    static YearMonth upnFrom(Child child) {
        long days = 60 + Math.floorMod(child.key(), 40L);
        return YearMonth.from(child.birth().plusDays(1640 + days));
    }
}
