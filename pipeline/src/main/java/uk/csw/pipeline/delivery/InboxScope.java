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

    /** @param month the name of a folder in the authority's, which need not be a month */
    boolean includes(String code, String month) {
        return includes(code)
                && period.map(YearMonth::toString).map(month::equals).orElse(true);
    }
}
