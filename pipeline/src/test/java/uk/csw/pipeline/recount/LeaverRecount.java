package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import uk.csw.pipeline.recount.StandingRows.Standing;

/** The figures of care leavers around their 19th, 20th and 21st birthdays. */
final class LeaverRecount {
    private static final Pattern GONE = Pattern.compile("DIED|RHOM");
    private static final Pattern BUSY = Pattern.compile("[FP][1-5]");
    private static final Pattern SUITABLE = Pattern.compile("[BCDEKTUVWYZ]1");
    private static final Pattern NOT_JUDGED = Pattern.compile("[GHR][0-2]");

    private final Returns returns;

    LeaverRecount(Returns returns) {
        this.returns = returns;
    }

    void count(Figures figures) {
        figures.flow(
                Rule.share("CL_EET_19_21_PCT", 0, "r12", "annual"),
                birthdays(row -> true, row -> !row.code("ACTIV", BUSY).isEmpty()));
        figures.flow(
                Rule.share("CL_SUIT_PCT", 0, "r12", "annual"),
                birthdays(
                        row -> row.code("ACCOM", NOT_JUDGED).isEmpty(),
                        row -> !row.code("ACCOM", SUITABLE).isEmpty()));
    }

    private List<Occasion> birthdays(Predicate<ReturnedFile.Row> isOne, Predicate<ReturnedFile.Row> counts) {
        List<Occasion> birthdays = new ArrayList<>();
        for (Standing leaver : returns.all(Table.CARE_LEAVERS)) {
            ReturnedFile.Row row = leaver.row();
            LocalDate birth = row.date("DOB").orElseThrow();
            int age = ageInYear(birth, leaver.mentioned());
            if (age >= 19 && age <= 21 && row.code("IN_TOUCH", GONE).isEmpty() && isOne.test(row)) {
                birthdays.add(new Occasion(leaver.child(), birth.plusYears(age), counts.test(row)));
            }
        }
        return birthdays;
    }

    /** How old one became in the financial year of a return. */
    private static int ageInYear(LocalDate birth, YearMonth month) {
        int year = FinancialMonths.yearEnd(month);
        return year - birth.getYear() - (birth.getMonthValue() >= 4 ? 1 : 0);
    }
}
