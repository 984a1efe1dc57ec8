package uk.csw.jobs.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.reference.ReferenceData;

/** How arguments are written. */
final class Arguments {
    private Arguments() {}

    /** A period as {@code 2026-09} or {@code 202609}. */
    static final class Period implements ITypeConverter<YearMonth> {
        @Override
        public YearMonth convert(String text) {
            try {
                return YearMonth.parse(text.matches("\\d{6}") ? text.substring(0, 4) + "-" + text.substring(4) : text);
            } catch (DateTimeParseException unreadable) {
                throw new TypeConversionException("'" + text + "' is not a period; expected a month such as 2026-09");
            }
        }
    }

    /** A basis by its word. */
    static Basis basis(String word) {
        try {
            return Basis.of(word);
        } catch (IllegalArgumentException unknown) {
            throw new UsageProblem(unknown.getMessage() + "; expected month, quarter, ytd, r12, snapshot or annual.");
        }
    }

    /**
     * Checks the code of an authority.
     *
     * @throws UsageProblem when there is no such authority
     */
    static void checkAuthority(String code, Path configFolder) {
        if (ReferenceData.load(configFolder).authorities().newest(code).isEmpty()) {
            throw new UsageProblem("There is no authority with the code " + code
                    + ". Name one of config/reference/authorities.csv, such as 301.");
        }
    }

    /** The period as the database keys it: 202609. */
    static int key(YearMonth period) {
        return period.getYear() * 100 + period.getMonthValue();
    }

    /** A key of the database as people write it: 2026-09. */
    static String written(int periodKey) {
        return YearMonth.of(periodKey / 100, periodKey % 100).toString();
    }

    /** The day of an instant, as the clock on the wall tells it. */
    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneId.of("Europe/London"));
    }
}
