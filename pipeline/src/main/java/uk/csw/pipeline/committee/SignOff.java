package uk.csw.pipeline.committee;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.postgres.Sql;

/**
 * Signing off what is shown of an authority's period, and reopening it. Who did either, when and why is kept for good.
 * While a sign-off is in force, measuring keeps the figures of the period as they are shown.
 *
 * <p>Both wait for a night that is measuring. Both can be repeated: the second time finds it done.
 */
public record SignOff(int authorityKey, YearMonth period) {
    /** What became of signing off or reopening. */
    public sealed interface Outcome {}

    /** It is signed off now. */
    public record Signed(long figures, long releaseId) implements Outcome {}

    /** It was signed off before, and still is. */
    public record SignedBefore(String by, Instant at) implements Outcome {}

    /** The current release has no figure of it. */
    public record NoFigures() implements Outcome {}

    /** A release that is not published yet would change so many of the figures shown. */
    public record Unpublished(long figures) implements Outcome {}

    /** It is reopened now; the facts gave so many figures differently. */
    public record Reopened(long figuresHeld) implements Outcome {}

    /** It was reopened before, and not signed off since. */
    public record ReopenedBefore(String by, Instant at, String reason) implements Outcome {}

    /** It was never signed off. */
    public record NeverSigned() implements Outcome {}

    /** Why a name and what is said with it cannot be kept as they are; empty when they can. */
    public static Optional<String> objection(String by, String words) {
        if (by.isBlank()) {
            return Optional.of("Nobody is named.");
        }
        return ChildIdentifier.objection(words);
    }

    /**
     * Signs off what is shown, unless a release under way would change it: what somebody signs off they must have seen.
     * The connection must have a transaction open.
     */
    public Outcome sign(Connection connection, String by, String note, Instant now) throws SQLException {
        othersWait(connection);
        Optional<Last> last = last(connection);
        if (last.isPresent() && last.get().reopening().isEmpty()) {
            return new SignedBefore(last.get().by(), last.get().at());
        }
        Shown shown = sql("sign_off_shown.sql").first(connection, Shown::of).orElseThrow();
        if (shown.figures() == 0) {
            return new NoFigures();
        }
        if (shown.unpublished() > 0) {
            return new Unpublished(shown.unpublished());
        }
        sql("sign_off_add.sql")
                .with("release", shown.releaseId())
                .with("by", by.strip())
                .with("note", note.strip())
                .with("now", now.atOffset(ZoneOffset.UTC))
                .execute(connection);
        return new Signed(shown.figures(), shown.releaseId());
    }

    /** Lets the next night change the figures again. The connection must have a transaction open. */
    public Outcome reopen(Connection connection, String by, String reason, Instant now) throws SQLException {
        othersWait(connection);
        Optional<Long> held = sql("sign_off_reopen.sql")
                .with("by", by.strip())
                .with("reason", reason.strip())
                .with("now", now.atOffset(ZoneOffset.UTC))
                .first(connection, row -> row.getLong(1));
        if (held.isPresent()) {
            return new Reopened(held.get());
        }
        return last(connection)
                .flatMap(Last::reopening)
                .<Outcome>map(done -> done)
                .orElseGet(NeverSigned::new);
    }

    /** Neither another sign-off nor a night may come between looking and writing. */
    private static void othersWait(Connection connection) throws SQLException {
        Sql.of("lock table kpi.sign_off in share row exclusive mode").execute(connection);
    }

    private Optional<Last> last(Connection connection) throws SQLException {
        return sql("sign_off_last.sql").first(connection, Last::of);
    }

    private Sql sql(String file) {
        return Sql.file(SignOff.class, file).with("authority", authorityKey).with("period", PeriodKey.of(period));
    }

    private record Shown(long releaseId, long figures, long unpublished) {
        static Shown of(ResultSet row) throws SQLException {
            return new Shown(row.getLong("release_id"), row.getLong("figures"), row.getLong("unpublished"));
        }
    }

    private record Last(String by, Instant at, Optional<ReopenedBefore> reopening) {
        static Last of(ResultSet row) throws SQLException {
            @Nullable OffsetDateTime reopened = row.getObject("reopened_at", OffsetDateTime.class);
            return new Last(
                    row.getString("signed_off_by"),
                    row.getObject("signed_off_at", OffsetDateTime.class).toInstant(),
                    reopened == null
                            ? Optional.empty()
                            : Optional.of(new ReopenedBefore(
                                    row.getString("reopened_by"),
                                    reopened.toInstant(),
                                    row.getString("reopen_reason"))));
        }
    }
}
