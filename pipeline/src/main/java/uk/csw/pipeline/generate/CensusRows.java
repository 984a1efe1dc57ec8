package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;

/** What a referred child contributes to the tables of the census: dates as yyyy-mm-dd, truth as True and False. */
final class CensusRows {
    /** Sex was 1 and 2 until the census of 2023/24, M and F from 2024/25. */
    private static final int LETTERS_FOR_SEX_FROM = 2025;

    private CensusRows() {}

    static void identifiers(KnownCases known, RowSink out) {
        Child child = known.child();
        LocalDate today = known.position().date();
        boolean isBorn = !child.birth().isAfter(today);
        boolean hasNumber = !known.month().isBefore(Children.upnFrom(child)) && !isNeverTakenOn(known);
        String birth = child.birth().toString();
        out.row(
                child.id(),
                hasNumber ? child.upn() : "",
                "",
                isBorn ? birth : "",
                sex(known, isBorn),
                hasNumber ? "" : isNeverTakenOn(known) ? "UN7" : child.isAsylumSeeker() ? "UN2" : "UN1",
                isBorn ? "" : birth,
                "");
    }

    static void characteristics(KnownCases known, RowSink out) {
        out.row(known.child().id(), known.child().ethnicity());
    }

    static void disabilities(KnownCases known, RowSink out) {
        if (!isNeverTakenOn(known)) {
            out.row(known.child().id(), known.disability());
        }
    }

    static void details(KnownCases known, RowSink out) {
        for (Case one : known.cases()) {
            boolean isClosed = one.isKnownClosedIn(known.month());
            out.row(
                    known.child().id(),
                    referral(known, one),
                    one.source(),
                    one.need(),
                    truth(one.isNfa()),
                    isClosed ? known.endIn(one.closing(), one.closed()).toString() : "",
                    isClosed ? one.closureReason() : "",
                    "");
        }
    }

    static void assessments(KnownCases known, RowSink out) {
        for (Case one : known.cases()) {
            for (Assessment assessment : one.assessments()) {
                if (isShown(known, assessment.begun(), assessment.ended(), assessment.end())) {
                    out.row(
                            known.child().id(),
                            referral(known, one),
                            date(known, assessment.begun(), assessment.start()),
                            "",
                            date(known, assessment.ended(), assessment.end()));
                }
            }
        }
    }

    /** Factors are known once the assessment is over. */
    static void factors(KnownCases known, RowSink out) {
        for (Case one : known.cases()) {
            for (Assessment assessment : one.assessments()) {
                boolean isOver = assessment.ended().holdsIn(known.month());
                if (isOver && isShown(known, assessment.begun(), assessment.ended(), assessment.end())) {
                    for (String factor : assessment.factors()) {
                        out.row(
                                known.child().id(),
                                referral(known, one),
                                date(known, assessment.begun(), assessment.start()),
                                factor);
                    }
                }
            }
        }
    }

    /** An enquiry belongs to the year in which it began, and in the next year, too, while its conference is to come. */
    static void enquiries(KnownCases known, RowSink out) {
        LocalDate yearStart = known.position().yearStart();
        for (Case one : known.cases()) {
            for (Enquiry enquiry : one.enquiries()) {
                boolean isOfYear = !enquiry.start().isBefore(yearStart)
                        || enquiry.needsConference() && known.lasted(enquiry.held(), enquiry.conference());
                if (enquiry.begun().holdsIn(known.month()) && isOfYear) {
                    out.row(
                            known.child().id(),
                            referral(known, one),
                            date(known, enquiry.begun(), enquiry.start()),
                            truth(enquiry.needsConference()),
                            enquiry.needsConference() ? enquiry.target().toString() : "",
                            enquiry.needsConference() ? date(known, enquiry.held(), enquiry.conference()) : "");
                }
            }
        }
    }

    static void plans(KnownCases known, RowSink out) {
        for (Case one : known.cases()) {
            for (Plan plan : one.plans()) {
                if (plan.protection().isEmpty() && isShown(known, plan.begun(), plan.ended(), plan.end())) {
                    out.row(
                            known.child().id(),
                            referral(known, one),
                            date(known, plan.begun(), plan.start()),
                            date(known, plan.ended(), plan.end()));
                }
            }
        }
    }

    static void protectionPlans(KnownCases known, RowSink out) {
        for (Case one : known.cases()) {
            for (Plan plan : one.plans()) {
                if (isShown(known, plan.begun(), plan.ended(), plan.end())) {
                    plan.protection()
                            .ifPresent(protection -> out.row(
                                    known.child().id(),
                                    referral(known, one),
                                    date(known, plan.begun(), plan.start()),
                                    date(known, plan.ended(), plan.end()),
                                    protection.category(),
                                    protection.latest(),
                                    Integer.toString(protection.earlier())));
                }
            }
        }
    }

    static void reviews(KnownCases known, RowSink out) {
        for (Case one : known.cases()) {
            for (Plan plan : one.plans()) {
                if (isShown(known, plan.begun(), plan.ended(), plan.end())) {
                    plan.protection().ifPresent(protection -> reviews(known, one, plan, protection, out));
                }
            }
        }
    }

    private static void reviews(KnownCases known, Case one, Plan plan, Plan.Protection protection, RowSink out) {
        YearMonth month = known.month();
        for (Plan.PlanReview review : protection.reviews()) {
            LocalDate day = review.recording().dateIn(month, review.date());
            if (review.recording().holdsIn(month)
                    && !day.isBefore(known.position().yearStart())) {
                out.row(
                        known.child().id(),
                        referral(known, one),
                        date(known, plan.begun(), plan.start()),
                        day.toString());
            }
        }
    }

    private static boolean isShown(KnownCases known, Recording begun, Recording ended, LocalDate end) {
        return begun.holdsIn(known.month()) && known.lasted(ended, end);
    }

    /** Blank until it is known. */
    private static String date(KnownCases known, Recording recording, LocalDate trueDate) {
        return recording.holdsIn(known.month())
                ? recording.dateIn(known.month(), trueDate).toString()
                : "";
    }

    private static String referral(KnownCases known, Case one) {
        return one.referredIn(known.month()).toString();
    }

    private static boolean isNeverTakenOn(KnownCases known) {
        return known.cases().stream().allMatch(Case::isNfa);
    }

    private static String sex(KnownCases known, boolean isBorn) {
        boolean letters = known.position().financialYear() >= LETTERS_FOR_SEX_FROM;
        if (!isBorn) {
            return letters ? "U" : "0";
        }
        return known.child().isMale() ? (letters ? "M" : "1") : letters ? "F" : "2";
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }
}
