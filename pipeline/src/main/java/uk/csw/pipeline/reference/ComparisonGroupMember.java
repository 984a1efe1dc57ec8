package uk.csw.pipeline.reference;

import java.time.LocalDate;

/**
 * One member of a group that authorities are compared with: one row of {@code config/comparison-groups/*.csv}.
 *
 * @param groupCode the comparator's word
 * @param edition which list of members this is; one is in force on a day
 * @param validFrom the first day; a figure is compared with the edition of the day its period ends
 * @param authorityCode whose group it is; empty when each member is compared with the others
 */
public record ComparisonGroupMember(
        String groupCode,
        String groupName,
        String edition,
        LocalDate validFrom,
        LocalDate validTo,
        String authorityCode,
        String memberCode) {
    /** Whose edition it is, for a reader. */
    String list() {
        return groupCode + " " + edition + (authorityCode.isEmpty() ? "" : " of " + authorityCode);
    }

    boolean isOfTheSameList(ComparisonGroupMember other) {
        return isOfTheSameGroup(other) && edition.equals(other.edition);
    }

    /** Whether both are the same authority's and in force on some day, so that there are two lists for it. */
    boolean isInTheWayOf(ComparisonGroupMember other) {
        return isOfTheSameGroup(other)
                && !edition.equals(other.edition)
                && !validFrom.isAfter(other.validTo)
                && !other.validFrom.isAfter(validTo);
    }

    private boolean isOfTheSameGroup(ComparisonGroupMember other) {
        return groupCode.equals(other.groupCode) && authorityCode.equals(other.authorityCode);
    }
}
