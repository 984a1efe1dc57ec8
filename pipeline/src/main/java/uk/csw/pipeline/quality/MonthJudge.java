package uk.csw.pipeline.quality;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Calendar months, written as their first day: {@code 2026-09}, {@code 09/2026}, {@code 202609}, or any day in it. */
final class MonthJudge extends CellJudge {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.]?(\\d{2})(?:\\.0+)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final String EXPECTED = "a month such as 2026-03";

    private final DateText dates;

    MonthJudge(Layout layout, Column column, DateText dates) {
        super(layout, column);
        this.dates = dates;
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            judgeMonth(text, yearFirst.group(1) + "-" + yearFirst.group(2) + "-01", row);
            return;
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            String month = yearLast.group(1);
            judgeMonth(text, yearLast.group(2) + (month.length() == 1 ? "-0" : "-") + month + "-01", row);
            return;
        }
        judgeMonth(text, text, row);
    }

    private void judgeMonth(String text, String dayInIt, RowInProgress row) {
        long day = dates.read(dayInIt);
        if (DateText.isDay(day)) {
            row.target().date(LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay());
        } else {
            boolean impossible = day == DateText.IMPOSSIBLE;
            fault(impossible ? RowRule.DATE_IMPOSSIBLE : RowRule.DATE_UNREADABLE, text, EXPECTED, row);
        }
    }
}
