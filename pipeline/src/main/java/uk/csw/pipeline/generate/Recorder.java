package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;

/** Decides when each event of a life becomes known, and whether it is first written down wrongly. */
final class Recorder {
    private static final int LARGEST_SLIP_DAYS = 5;

    private final RecordingHabits habits;

    Recorder(RecordingHabits habits) {
        this.habits = habits;
    }

    /** An event that is known sooner or later; not before {@code notBefore}, the month an earlier event is known. */
    Recording event(Chance chance, LocalDate date, YearMonth notBefore, boolean mayMove) {
        YearMonth known = known(chance, date);
        if (known.isBefore(notBefore)) {
            known = notBefore;
        }
        LocalDate first = mayMove && chance.happens(habits.corrected()) ? slipped(chance, date, known) : date;
        YearMonth corrected = later(chance, known, date);
        boolean isWrong = !first.equals(date) && corrected.isAfter(known);
        return new Recording(known, Recording.NEVER, isWrong ? first : date, isWrong ? corrected : known);
    }

    /** The month in whose delivery something that happened on {@code date} first shows. */
    YearMonth known(Chance chance, LocalDate date) {
        YearMonth month = YearMonth.from(date);
        return chance.happens(habits.late()) ? later(chance, month, date) : month;
    }

    /** An error: known at once, and gone later in the year; never withdrawn when the year is too short for it. */
    Recording mistake(Chance chance, LocalDate date, YearMonth notBefore) {
        YearMonth month = YearMonth.from(date);
        YearMonth known = month.isBefore(notBefore) ? notBefore : month;
        return new Recording(known, later(chance, known, date), date, known);
    }

    boolean isMistaken(Chance chance) {
        return chance.happens(habits.withdrawn());
    }

    boolean isCorrected(Chance chance) {
        return chance.happens(habits.corrected());
    }

    /** One to three months after {@code month}, at the latest the March that closes the year of {@code date}. */
    YearMonth later(Chance chance, YearMonth month, LocalDate date) {
        YearMonth later = month.plusMonths(chance.between(1, 3));
        YearMonth yearEnd = Position.yearEnd(YearMonth.from(date));
        return later.isAfter(yearEnd) ? yearEnd : later;
    }

    /** A date a few days off, in the same financial year and not in the future of the delivery that shows it. */
    private static LocalDate slipped(Chance chance, LocalDate date, YearMonth known) {
        LocalDate other = date.plusDays(chance.between(1, LARGEST_SLIP_DAYS) * (chance.happens(0.5) ? 1L : -1L));
        boolean sameYear = Position.yearEnd(YearMonth.from(other)).equals(Position.yearEnd(YearMonth.from(date)));
        return sameYear && !other.isAfter(known.atEndOfMonth()) ? other : date;
    }
}
