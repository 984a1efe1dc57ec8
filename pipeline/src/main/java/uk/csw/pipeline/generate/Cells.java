package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.Optional;

/** Values as the SSDA903 writes them: dates as dd/mm/yyyy, blanks as nothing. */
final class Cells {
    private Cells() {}

    static String date(LocalDate date) {
        char[] text = new char[10];
        two(text, 0, date.getDayOfMonth());
        text[2] = '/';
        two(text, 3, date.getMonthValue());
        text[5] = '/';
        two(text, 6, date.getYear() / 100);
        two(text, 8, date.getYear() % 100);
        return new String(text);
    }

    static String date(Optional<LocalDate> date) {
        return date.map(Cells::date).orElse("");
    }

    static String flag(boolean value) {
        return value ? "1" : "0";
    }

    private static void two(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }
}
