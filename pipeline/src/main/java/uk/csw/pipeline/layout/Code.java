package uk.csw.pipeline.layout;

import java.time.LocalDate;

/**
 * One code of a code set and one span of its validity.
 *
 * @param code the code
 * @param name what it means
 * @param groupCode the group it is counted in; blank when there is none
 * @param groupName the group's name
 * @param validFrom first day on which it may be used; {@link LocalDate#MIN} when it always could
 * @param validTo last day on which it may be used; {@link LocalDate#MAX} while it can
 */
public record Code(
        String code, String name, String groupCode, String groupName, LocalDate validFrom, LocalDate validTo) {
    public Code {
        if (code.isBlank()) {
            throw new IllegalArgumentException("A code must not be blank");
        }
    }
}
