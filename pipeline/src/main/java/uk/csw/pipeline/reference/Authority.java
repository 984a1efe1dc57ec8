package uk.csw.pipeline.reference;

import java.time.LocalDate;
import java.util.List;

/**
 * An authority with one set of codes, for one span of time.
 *
 * @param code the Department for Education's three-digit code, which never changes for an authority
 * @param gssCode the ONS code, which may change with boundaries
 * @param comparisonRegionName the region that published figures compare with: Inner or Outer London in London
 * @param validTo the last day; {@link #STANDING} while it stands
 * @param aliases other names found in published tables
 */
public record Authority(
        String code,
        String gssCode,
        String name,
        String regionCode,
        String regionName,
        String comparisonRegionName,
        String type,
        LocalDate validFrom,
        LocalDate validTo,
        List<String> aliases) {
    /** The last day of what has no end. */
    public static final LocalDate STANDING = LocalDate.of(9999, 12, 31);

    public Authority {
        aliases = List.copyOf(aliases);
    }

    /** The code as the integer that keys facts. */
    public int key() {
        return Integer.parseInt(code);
    }

    public boolean isLive() {
        return validTo.equals(STANDING);
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }
}
