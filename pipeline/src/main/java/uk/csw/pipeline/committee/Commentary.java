package uk.csw.pipeline.committee;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import uk.csw.pipeline.calendar.PeriodKey;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.postgres.Sql;

/**
 * What an officer writes beside a figure, printed with it whatever the release.
 *
 * @param basis the basis it is about; absent for all on which the KPI has a figure
 * @param text what is written, in plain words
 * @param writtenBy who writes it
 */
public record Commentary(
        String kpiCode, int authorityKey, YearMonth period, Optional<Basis> basis, String text, String writtenBy) {
    private static final int LONGEST = 4000;

    public Commentary {
        text = text.strip();
        writtenBy = writtenBy.strip();
    }

    /** Why it cannot be taken as it is; empty when it can. */
    public Optional<String> objection() {
        if (writtenBy.isEmpty()) {
            return Optional.of("Nobody is named as its author.");
        }
        if (text.isEmpty()) {
            return Optional.of("The text is empty.");
        }
        if (text.length() > LONGEST) {
            return Optional.of("The text has " + text.length() + " characters; at most " + LONGEST + " are printed.");
        }
        return ChildIdentifier.objection(text);
    }

    /**
     * Keeps it; one about the same figure and basis is superseded, not changed.
     *
     * @return whether the current release has such a figure; without one nothing is kept
     * @throws IllegalArgumentException when there is an {@link #objection()}
     */
    public boolean add(Connection connection, Instant now) throws SQLException {
        objection().ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        if (!figure("is_shown.sql").first(connection, row -> row.getBoolean(1)).orElse(false)) {
            return false;
        }
        figure("supersede_commentary.sql")
                .with("now", now.atOffset(ZoneOffset.UTC))
                .execute(connection);
        figure("add_commentary.sql")
                .with("text", text)
                .with("by", writtenBy)
                .with("now", now.atOffset(ZoneOffset.UTC))
                .execute(connection);
        return true;
    }

    private Sql figure(String file) {
        return Sql.file(Commentary.class, file)
                .with("kpi", kpiCode)
                .with("authority", authorityKey)
                .with("period", PeriodKey.of(period))
                .with("basis", basis.map(Basis::word).orElse(""));
    }
}
