package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import uk.csw.pipeline.recount.StandingRows.Standing;

/** The figures of care leavers around their birthdays. */
final class LeaverRecount {
    private static final Pattern IN_TOUCH = Pattern.compile("YES");
    private static final Pattern GONE = Pattern.compile("DIED|RHOM");
    private static final Pattern BUSY = Pattern.compile("[FP][1-5]");
    private static final Pattern SUITABLE = Pattern.compile("[BCDEKTUVWYZ]1");
    private static final Pattern NOT_JUDGED = Pattern.compile("[GHR][0-2]");

    private static final Pattern WITH_FORMER_CARERS = Pattern.compile("Z[12]");

    private final Returns returns;
    private final CareHistory care;

    LeaverRecount(Returns returns, CareHistory care) {
        this.returns = returns;
        this.care = care;
    }

    void count(Figures figures) {
        Predicate<Leaver> isBusy = one -> one.has("ACTIV", BUSY);
        figures.flow(share("CL_EET_19_21_PCT"), birthdays(19, 21, one -> true, isBusy));
        figures.flow(share("CL_EET_18_21_PCT"), birthdays(18, 21, one -> true, isBusy));
        figures.flow(share("CL_EET_17_18_PCT"), birthdays(17, 18, one -> true, isBusy));
        figures.flow(share("CL_INTOUCH_PCT"), birthdays(19, 21, one -> true, one -> one.has("IN_TOUCH", IN_TOUCH)));
        figures.flow(
                share("CL_SUIT_PCT"),
                birthdays(19, 21, one -> !one.has("ACCOM", NOT_JUDGED), one -> one.has("ACCOM", SUITABLE)));
        figures.flow(
                Rule.share("CL_STAYPUT_PCT", 0, "annual").lookingBack(24),
                birthdays(18, 20, this::leftCarersAt18, one -> one.has("ACCOM", WITH_FORMER_CARERS)));
    }

    private static Rule share(String kpi) {
        return Rule.share(kpi, 0, "r12", "annual");
    }

    private List<Occasion> birthdays(int youngest, int oldest, Predicate<Leaver> isOne, Predicate<Leaver> counts) {
        List<Occasion> birthdays = new ArrayList<>();
        for (Standing row : returns.all(Table.CARE_LEAVERS)) {
            Leaver leaver = new Leaver(row.child(), row.row().date("DOB").orElseThrow(), row.row());
            int age = ageInYear(leaver.birth(), row.mentioned());
            boolean isWanted = age >= youngest && age <= oldest && !leaver.has("IN_TOUCH", GONE);
            if (isWanted && isOne.test(leaver)) {
                birthdays.add(new Occasion(leaver.child(), leaver.birth().plusYears(age), counts.test(leaver)));
            }
        }
        return birthdays;
    }

    /** Left care on the 18th birthday or the day before, from foster carers. */
    private boolean leftCarersAt18(Leaver leaver) {
        LocalDate birthday = leaver.birth().plusYears(18);
        return care.periods().getOrDefault(leaver.child(), List.of()).stream()
                .flatMap(period -> period.episodes().stream())
                .filter(episode -> episode.endsCare() && !episode.isPresumed() && episode.isFoster())
                .anyMatch(episode ->
                        episode.end().equals(birthday) || episode.end().equals(birthday.minusDays(1)));
    }

    /** How old one became in the financial year of a return. */
    private static int ageInYear(LocalDate birth, YearMonth month) {
        int year = FinancialMonths.yearEnd(month);
        return year - birth.getYear() - (birth.getMonthValue() >= 4 ? 1 : 0);
    }

    private record Leaver(String child, LocalDate birth, ReturnedFile.Row row) {
        boolean has(String header, Pattern codes) {
            return !row.code(header, codes).isEmpty();
        }
    }
}
