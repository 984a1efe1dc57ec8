package uk.csw.pipeline.reference;

import java.time.LocalDate;
import java.util.List;

/**
 * One code of a code set, for one span of validity.
 *
 * @param groupCode the group it is analysed under; the code itself where the set has no groups
 * @param sortOrder its place in the set, from 1
 * @param validFrom the first day; {@link #ALWAYS} when nothing is known of a beginning
 * @param validTo the last day; {@link Authority#STANDING} while it is in use
 * @param aliases other spellings that mean this code
 */
public record Code(
        String set,
        String code,
        String name,
        String groupCode,
        String groupName,
        int sortOrder,
        LocalDate validFrom,
        LocalDate validTo,
        List<String> aliases) {
    /** The first day of what has no beginning; spreadsheets know no earlier date. */
    public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    public Code {
        aliases = List.copyOf(aliases);
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }
}
