package uk.csw.pipeline.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what comes of a referral: assessment, enquiry and conference, plans, closure. */
final class CaseStory {
    /** Shares near those of England; not from one publication. */
    private static final CodeMix SOURCE = CodeMix.of("6 29.5, 2A 17, 2B 2, 3A 1.5, 3B 2, 3C 0.5, 3D 3, 3E 3.5, 3F 4,"
            + " 5A 6, 5B 3, 5C 4, 1A 5, 1B 2, 1C 1, 1D 2, 4 2, 7 3, 8 6, 9 2, 10 1.5");

    private static final CodeMix NEED = CodeMix.of("N1 57, N2 8, N3 3, N4 9, N5 14, N6 3, N7 0.5, N8 2, N9 2, N0 1.5");
    private static final CodeMix ABUSE = CodeMix.of("NEG 49, EMO 37, PHY 8, SAB 4, MUL 2");
    private static final CodeMix FACTOR = CodeMix.of("3B 24, 4B 24, 4A 14, 3A 8, 16A 13, 17A 13, 2B 9, 1B 11, 18C 5,"
            + " 14A 6, 5A 4, 6A 4, 10A 3, 11A 3, 20 5");
    private static final CodeMix PROTECTED_DAYS = CodeMix.of("90 14, 180 27, 270 24, 365 18, 550 13, 800 4");
    private static final double NO_FURTHER_ACTION = 0.065;
    private static final double CLOSED_AFTER_ASSESSMENT = 0.47;
    private static final double CONFERENCE = 0.34;
    private static final double PROTECTED = 0.86;
    private static final double PROTECTED_BEFORE = 0.17;
    private static final int REVIEW_WITHIN = 91;
    private static final int LATER_REVIEW_WITHIN = 183;

    private final FrontDoor frontDoor;
    private final Recorder recorder;

    CaseStory(FrontDoor frontDoor, Recorder recorder) {
        this.frontDoor = frontDoor;
        this.recorder = recorder;
    }

    /** How many earlier plans a child has whose life before the first case told here is not told. */
    int earlierPlans(Chance chance) {
        return chance.happens(PROTECTED_BEFORE) ? chance.happens(0.75) ? 1 : 2 : 0;
    }

    /** A case that does not lead to care. */
    Case of(Child child, LocalDate referred, int earlierPlans, Chance chance) {
        LocalDate adult = child.birthday(18);
        Recording opening = recorder.isMistaken(chance)
                ? recorder.mistake(chance, referred, YearMonth.from(referred))
                : recorder.event(chance, referred, YearMonth.from(referred), true);
        String source = SOURCE.pick(chance);
        if (chance.happens(NO_FURTHER_ACTION)) {
            Recording never = new Recording(Recording.NEVER, Recording.NEVER, referred, Recording.NEVER);
            return new Case(
                    referred, source, "", true, LocalDate.MAX, "", List.of(), List.of(), List.of(), opening, never);
        }
        Assessment assessment = assessment(referred, adult, opening, chance);
        List<Enquiry> enquiries = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        LocalDate until = assessment.end();
        String reason = chance.happens(0.72) ? "RC8" : "RC9";
        boolean isEnquired = chance.happens(frontDoor.enquiries());
        if (isEnquired) {
            Enquiry enquiry = enquiry(workday(referred.plusDays(chance.below(15))), CONFERENCE, opening, chance);
            enquiries.add(enquiry);
            reason = "RC7";
            until = later(until, enquiry.start().plusDays(15));
            if (enquiry.needsConference()) {
                until = later(until, enquiry.conference());
                if (chance.happens(PROTECTED) && enquiry.conference().isBefore(adult)) {
                    int days = Integer.parseInt(PROTECTED_DAYS.pick(chance)) + chance.between(-40, 40);
                    LocalDate end = earlier(enquiry.conference().plusDays(days), adult);
                    plans.add(protection(enquiry, end, earlierPlans, chance));
                    until = later(until, end);
                }
            }
        }
        boolean isHelped = isEnquired ? chance.happens(0.62) : !chance.happens(CLOSED_AFTER_ASSESSMENT);
        LocalDate start = workday(until.plusDays(chance.between(0, 10)));
        if (isHelped && start.isBefore(adult.minusDays(10))) {
            LocalDate end = earlier(start.plusDays(30 + chance.daysUntil(365.25 / 200)), adult);
            Recording begun = recorder.event(chance, start, opening.knownFrom(), true);
            Recording ended = recorder.event(chance, end, begun.knownFrom(), true);
            plans.add(new Plan(start, end, Optional.empty(), begun, ended));
            until = end;
            reason = "RC7";
        }
        LocalDate closed = until.plusDays(chance.below(8));
        return close(
                referred, source, NEED.pick(chance), assessment, enquiries, plans, opening, closed, reason, chance);
    }

    /** The case of a child who is looked after on {@code stays}, referred before the first and closed after the last. */
    Case leadingToCare(Child child, List<PeriodOfCare> stays, LocalDate referred, Chance chance) {
        PeriodOfCare first = stays.get(0);
        LocalDate start = first.stay().start();
        LocalDate adult = child.birthday(18);
        Recording opening = recorder.event(chance, referred, YearMonth.from(referred), false);
        Assessment assessment = assessment(referred, adult, opening, chance);
        List<Enquiry> enquiries = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        if (!child.isAsylumSeeker() && chance.happens(0.6)) {
            Enquiry enquiry = enquiry(workday(referred.plusDays(chance.below(10))), 0.5, opening, chance);
            enquiries.add(enquiry);
            boolean isBeforeCare =
                    enquiry.needsConference() && enquiry.conference().isBefore(start.minusDays(10));
            if (isBeforeCare && chance.happens(PROTECTED)) {
                plans.add(protection(enquiry, start.plusDays(chance.below(15)), earlierPlans(chance), chance));
            }
        }
        PeriodOfCare last = stays.get(stays.size() - 1);
        LocalDate until = later(last.stay().end(), assessment.end());
        LocalDate closed = last.stay().end().isBefore(adult) ? until.plusDays(chance.between(0, 60)) : until;
        String source = child.isAsylumSeeker() ? "6" : SOURCE.pick(chance);
        return close(
                referred, source, first.need(), assessment, enquiries, plans, opening, closed, reason(last), chance);
    }

    private static String reason(PeriodOfCare last) {
        return switch (last.ending().reason()) {
            case "E11", "E12" -> "RC1";
            case "E2" -> "RC2";
            case "E41" -> "RC3";
            case "E45", "E46", "E47", "E48" -> "RC4";
            case "E3" -> "RC5";
            case "E7" -> "RC6";
            default -> "RC7";
        };
    }

    private Case close(
            LocalDate referred,
            String source,
            String need,
            Assessment assessment,
            List<Enquiry> enquiries,
            List<Plan> plans,
            Recording opening,
            LocalDate closed,
            String reason,
            Chance chance) {
        YearMonth from = assessment.ended().knownFrom();
        for (Enquiry enquiry : enquiries) {
            from = later(
                    from,
                    enquiry.needsConference()
                            ? enquiry.held().knownFrom()
                            : enquiry.begun().knownFrom());
        }
        for (Plan plan : plans) {
            from = later(from, plan.ended().knownFrom());
        }
        Recording closing = recorder.event(chance, closed, from, false);
        return new Case(
                referred,
                source,
                need,
                false,
                closed,
                reason,
                List.of(assessment),
                List.copyOf(enquiries),
                List.copyOf(plans),
                opening,
                closing);
    }

    private Assessment assessment(LocalDate referred, LocalDate adult, Recording opening, Chance chance) {
        LocalDate start = workday(referred.plusDays(chance.below(4)));
        double draw = chance.share();
        int days = draw < 0.13
                ? chance.between(1, 10)
                : draw < frontDoor.assessedInTime()
                        ? 45 - (int) (34 * chance.share() * chance.share())
                        : chance.between(47, 85);
        LocalDate end = later(start, earlier(workdaysAfter(start, days), adult));
        List<String> factors = new ArrayList<>();
        for (int count = chance.between(1, 3); count > 0; count--) {
            String factor = FACTOR.pick(chance);
            if (!factors.contains(factor)) {
                factors.add(factor);
            }
        }
        Recording begun = recorder.event(chance, start, opening.knownFrom(), true);
        Recording ended = recorder.event(chance, end, begun.knownFrom(), true);
        return new Assessment(start, end, List.copyOf(factors), begun, ended);
    }

    private Enquiry enquiry(LocalDate start, double leadsToConference, Recording opening, Chance chance) {
        Recording begun = recorder.event(chance, start, opening.knownFrom(), false);
        LocalDate conference = LocalDate.MAX;
        Recording held = begun;
        if (chance.happens(leadsToConference)) {
            boolean isInTime = chance.happens(frontDoor.heldInTime());
            conference = workdaysAfter(start, isInTime ? chance.between(7, 15) : chance.between(17, 30));
            held = recorder.event(chance, conference, begun.knownFrom(), false);
        }
        return new Enquiry(start, conference, workdaysAfter(start, 15), begun, held);
    }

    private Plan protection(Enquiry enquiry, LocalDate end, int earlierPlans, Chance chance) {
        LocalDate start = enquiry.conference();
        Recording begun = recorder.event(chance, start, enquiry.held().knownFrom(), false);
        LocalDate last = later(start.plusDays(1), end);
        Recording ended = recorder.event(chance, last, begun.knownFrom(), true);
        String category = ABUSE.pick(chance);
        String latest = chance.happens(0.93) ? category : ABUSE.pick(chance);
        List<Plan.PlanReview> reviews = new ArrayList<>();
        LocalDate review = workday(start.plusDays(chance.happens(0.96) ? chance.between(70, 88) : REVIEW_WITHIN + 12));
        while (review.isBefore(last)) {
            reviews.add(new Plan.PlanReview(review, recorder.event(chance, review, begun.knownFrom(), true)));
            int days = chance.happens(0.96) ? chance.between(140, 180) : LATER_REVIEW_WITHIN + 15;
            review = workday(review.plusDays(days));
        }
        Plan.Protection protection = new Plan.Protection(category, latest, earlierPlans, List.copyOf(reviews));
        return new Plan(start, last, Optional.of(protection), begun, ended);
    }

    /** The day itself, or the Monday after a weekend. */
    private static LocalDate workday(LocalDate day) {
        return isWeekend(day) ? day.plusDays(8L - day.getDayOfWeek().getValue()) : day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    /** Counted from Monday to Friday; bank holidays only make it fewer working days. */
    private static LocalDate workdaysAfter(LocalDate start, int days) {
        LocalDate day = start.plusWeeks(days / 5);
        for (int left = days % 5; left > 0; left--) {
            day = workday(day.plusDays(1));
        }
        return day;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? other : one;
    }
}
