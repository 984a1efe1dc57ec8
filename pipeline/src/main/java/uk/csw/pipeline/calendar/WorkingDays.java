package uk.csw.pipeline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Working days in England: Monday to Friday without bank holidays. Immutable.
 *
 * <p>Outside the years for which holidays are known ({@link #firstKnownYear} to {@link #lastKnownYear}), only weekends
 * are taken out.
 */
public final class WorkingDays {
    private static final int WORKING_DAYS_OF_A_WEEK = 5;
    private static final int DAYS_OF_A_WEEK = 7;
    /** A Monday from which weekdays are counted. */
    private static final LocalDate MONDAY = LocalDate.of(1900, 1, 1);

    private final TreeSet<LocalDate> holidays;

    /**
     * Working days given all bank holidays; those on a weekend change nothing.
     *
     * @throws IllegalArgumentException when there are none
     */
    public WorkingDays(Collection<LocalDate> bankHolidays) {
        if (bankHolidays.isEmpty()) {
            throw new IllegalArgumentException("A working-day calendar needs bank holidays");
        }
        holidays = new TreeSet<>(bankHolidays);
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWeekday(day) && !holidays.contains(day);
    }

    /**
     * Number of working days d with {@code start < d <= end}: the day it starts is day 0. Negative when {@code end} lies
     * before {@code start}. Source: the bands of the children in need census, "same day" being 0.
     */
    public int between(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return -between(end, start);
        }
        long weekdays = weekdaysUntil(end) - weekdaysUntil(start);
        long lost = holidays.subSet(start, false, end, true).stream()
                .filter(WorkingDays::isWeekday)
                .count();
        return Math.toIntExact(weekdays - lost);
    }

    /**
     * The first working day that is {@code days} working days after {@code start}: the last day on which a limit of that
     * many days is kept. With 0 the start itself, or the next working day.
     */
    public LocalDate deadline(LocalDate start, int days) {
        LocalDate day = start;
        int left = days;
        while (left > 0 || !isWorkingDay(day)) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The holidays it was made from, in order. */
    public List<LocalDate> holidays() {
        return List.copyOf(holidays);
    }

    public int firstKnownYear() {
        return holidays.first().getYear();
    }

    public int lastKnownYear() {
        return holidays.last().getYear();
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    /** Weekdays from the first counted Monday to {@code day}, both included. */
    private static long weekdaysUntil(LocalDate day) {
        long days = ChronoUnit.DAYS.between(MONDAY, day);
        long weeks = Math.floorDiv(days, DAYS_OF_A_WEEK);
        return weeks * WORKING_DAYS_OF_A_WEEK
                + Math.min(Math.floorMod(days, DAYS_OF_A_WEEK) + 1, WORKING_DAYS_OF_A_WEEK);
    }
}
