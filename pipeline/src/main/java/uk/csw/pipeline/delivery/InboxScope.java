package uk.csw.pipeline.delivery;

import java.time.YearMonth;
import java.util.Optional;

/**
 * Which deliveries of an inbox to look at.
 *
 * @param authorityCode only this authority's
 * @param period only those of this month
 */
public record InboxScope(Optional<String> authorityCode, Optional<YearMonth> period) {
    /** All of them. */
    public static InboxScope everything() {
        return new InboxScope(Optional.empty(), Optional.empty());
    }

    /** The one delivery of an authority and month. */
    public static InboxScope only(String authorityCode, YearMonth period) {
        return new InboxScope(Optional.of(authorityCode), Optional.of(period));
    }

    boolean includes(String code) {
        return authorityCode.map(code::equals).orElse(true);
    }

    boolean includes(String code, YearMonth month) {
        return includes(code) && period.map(month::equals).orElse(true);
    }
}
