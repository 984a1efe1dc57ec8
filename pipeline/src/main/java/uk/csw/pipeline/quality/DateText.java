package uk.csw.pipeline.quality;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.csw.pipeline.layout.DateStyle;

/**
 * Reads dates in the forms in which they arrive (formats.md section 7.1, rows 13 and 14): {@code dd/mm/yyyy},
 * {@code d/m/yyyy}, {@code dd/mm/yy}, {@code dd-mm-yyyy}, {@code dd.mm.yyyy}, {@code dd-Mon-yyyy}, ISO with or without a
 * time. The day comes before the month unless the layout has another {@link DateStyle}. A two-digit year is the one between 80 years before and 19 years after
 * the delivery's period: dates of birth lie behind it, an eighteenth birthday may lie ahead.
 */
final class DateText {
    /** The text is no date. */
    static final long UNREADABLE = Long.MIN_VALUE;
    /** The form is right, the day does not exist or lies centuries away. */
    static final long IMPOSSIBLE = Long.MIN_VALUE + 1;
    /** Days since the end of 1899, as Excel counts them. */
    static final long EXCEL_NUMBER = Long.MIN_VALUE + 2;
    /** A day that systems write where there is none, such as 01/01/1900. */
    static final long PLACEHOLDER = Long.MIN_VALUE + 3;

    /** Every day counts as readable above this. */
    private static final long LOWEST_DAY = -1_000_000;

    private static final int YEARS_BACK = 80;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final LocalDate EXCEL_START = LocalDate.of(1899, 12, 30);

    private static final String TIME =
            "(?:[ T]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})" + TIME);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})" + TIME);
    private static final Pattern MONTH_NAMED =
            Pattern.compile("(\\d{1,2})[/.\\- ]?([A-Za-z]{3,9})[/.\\- ,]*(\\d{4}|\\d{2})" + TIME);
    private static final Pattern MONTH_NAMED_FIRST =
            Pattern.compile("([A-Za-z]{3,9})[. -]+(\\d{1,2})[, -]+(\\d{4}|\\d{2})" + TIME);
    private static final Pattern EXCEL = Pattern.compile("([2-6]\\d{4})(?:\\.\\d+)?");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final int firstYear;
    private final DateStyle style;

    /** A reader for a delivery of that period, with the day before the month. */
    DateText(YearMonth period) {
        this(period, DateStyle.DAY_FIRST);
    }

    /** A reader for a delivery of that period. */
    DateText(YearMonth period, DateStyle style) {
        this.firstYear = period.getYear() - YEARS_BACK;
        this.style = style;
    }

    static boolean isDay(long result) {
        return result > LOWEST_DAY;
    }

    /** The day an Excel number means. */
    static LocalDate excelDay(String number) {
        return EXCEL_START.plusDays(Long.parseLong(number.substring(0, 5)));
    }

    /**
     * Reads the forms in which nearly all dates come, {@code 31/03/2026}, {@code 31/03/26} and {@code 2026-03-31}.
     *
     * @return days since 1970-01-01; anything that is no day when the text is for {@link #read}
     */
    long readPlain(String text) {
        int length = text.length();
        if (length == 10 && text.charAt(2) == '/' && text.charAt(5) == '/') {
            int first = twoDigits(text, 0);
            int second = twoDigits(text, 3);
            int century = twoDigits(text, 6);
            int year = twoDigits(text, 8);
            return (first | second | century | year) < 0 ? UNREADABLE : ordered(first, second, century * 100 + year);
        }
        if (length == 8 && text.charAt(2) == '/' && text.charAt(5) == '/') {
            int first = twoDigits(text, 0);
            int second = twoDigits(text, 3);
            int year = twoDigits(text, 6);
            return (first | second | year) < 0 ? UNREADABLE : ordered(first, second, full(year));
        }
        if (length == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int century = twoDigits(text, 0);
            int year = twoDigits(text, 2);
            int month = twoDigits(text, 5);
            int day = twoDigits(text, 8);
            return (century | year | month | day) < 0 ? UNREADABLE : day(century * 100 + year, month, day);
        }
        return UNREADABLE;
    }

    /**
     * Reads a stripped text.
     *
     * @return days since 1970-01-01, or one of the constants
     */
    long read(String text) {
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            return ordered(number(yearLast.group(1)), number(yearLast.group(2)), year(yearLast.group(3)));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(number(yearFirst.group(1)), number(yearFirst.group(2)), number(yearFirst.group(3)));
        }
        Matcher named = MONTH_NAMED.matcher(text);
        if (named.matches()) {
            return named(named.group(1), named.group(2), named.group(3));
        }
        Matcher namedFirst = MONTH_NAMED_FIRST.matcher(text);
        if (namedFirst.matches()) {
            return named(namedFirst.group(2), namedFirst.group(1), namedFirst.group(3));
        }
        return EXCEL.matcher(text).matches() ? EXCEL_NUMBER : UNREADABLE;
    }

    /** The day that two numbers and a year mean, in the order of the layout. */
    private long ordered(int first, int second, int year) {
        return switch (style) {
            case DAY_FIRST -> day(year, second, first);
            case MONTH_FIRST -> day(year, first, second);
            case ISO_ONLY -> UNREADABLE;
        };
    }

    private long named(String day, String name, String year) {
        int month = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
        return month < 0 || month % 3 != 0 || style == DateStyle.ISO_ONLY
                ? UNREADABLE
                : day(year(year), month / 3 + 1, number(day));
    }

    private int year(String digits) {
        return digits.length() == 4 ? number(digits) : full(number(digits));
    }

    /** The year with these last two digits that lies in the hundred years from {@link #firstYear}. */
    private int full(int twoDigits) {
        int year = firstYear - firstYear % 100 + twoDigits;
        return year < firstYear ? year + 100 : year;
    }

    /** Two digits as a number; negative when there is anything else. */
    private static int twoDigits(String text, int index) {
        int tens = text.charAt(index) - '0';
        int ones = text.charAt(index + 1) - '0';
        boolean digits = (tens | ones) >= 0 && tens <= 9 && ones <= 9;
        return digits ? tens * 10 + ones : -1;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static long day(int year, int month, int day) {
        if (year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= daysIn(year, month))) {
            return year == FIRST_YEAR && isPlaceholder(year, month, day) ? PLACEHOLDER : epochDay(year, month, day);
        }
        return isPlaceholder(year, month, day) ? PLACEHOLDER : IMPOSSIBLE;
    }

    /** The zero of Excel, of SQL Server, of .NET, and the end of time. */
    private static boolean isPlaceholder(int year, int month, int day) {
        return month == 1 && day == 1 && (year == 1900 || year == 1753 || year == 1)
                || month == 12 && (day == 30 || day == 31) && year == 1899
                || month == 12 && day == 31 && year == 9999;
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** The Gregorian calendar counted in years that begin in March, so that the leap day comes last. */
    private static long epochDay(int year, int month, int day) {
        long shifted = month <= 2 ? year - 1L : year;
        long monthFromMarch = (month + 9) % 12;
        long dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468;
    }
}
