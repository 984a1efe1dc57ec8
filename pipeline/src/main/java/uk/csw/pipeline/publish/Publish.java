package uk.csw.pipeline.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.csw.pipeline.postgres.Shares;
import uk.csw.pipeline.postgres.Sql;

/**
 * Turns the candidates into a release. Only differences are written: a figure that did not change keeps its row, one
 * that changed or vanished is closed with this release, and the new one opened. None of that shows, because a row is
 * visible from {@code release_from} up to but not including {@code release_to}, and {@code ops.current_release} still
 * names the release before. One statement then moves it.
 *
 * <p>Safe to repeat after a kill at any point, in one transaction or with a commit after every statement: rows of a
 * release that never became current are undone first, and a release that is current already is only tidied up after.
 */
public final class Publish {
    private Publish() {}

    /** What can be written at the same time as the rest, on a transaction of its own. */
    public enum Rows {
        FIGURES,
        COMPARISONS,
        JUDGEMENTS,
        /** The parts of figures, and what everybody may see of them. */
        PARTS
    }

    /**
     * Some rows of the release.
     *
     * @param authorities those whose parts of figures it writes; empty for all other rows, which are those of all
     */
    public record Share(Rows rows, Set<Integer> authorities) {}

    /**
     * Publishes {@code releaseId}, a row of {@code ops.release} that is no older than the current release.
     *
     * @param publishedAt when, for the record
     * @throws IllegalStateException when there is no such candidate, it was refused, a newer one is current, or not all of
     *     its figures are measured
     */
    public static Published run(Connection connection, long releaseId, Instant publishedAt) throws SQLException {
        Published published = Published.NOTHING;
        for (Share share : begin(connection, releaseId, 1)) {
            published = published.and(write(connection, releaseId, share));
        }
        end(connection, releaseId, publishedAt);
        return published;
    }

    /**
     * Begins what {@link #run} does in transactions of its own: this one, {@link #write} for each share, which may be at the
     * same time, and {@link #end}.
     *
     * @param most how many groups of authorities there may be, at least 1
     * @return what is to be written; nothing where the release is current already
     * @throws IllegalStateException as {@link #run}
     */
    public static List<Share> begin(Connection connection, long releaseId, int most) throws SQLException {
        long current = current(connection);
        if (current == releaseId) {
            return List.of();
        }
        String state = Sql.of("select state from ops.release where release_id = :release")
                .with("release", releaseId)
                .first(connection, row -> row.getString(1))
                .orElse("missing");
        if (current > releaseId || !state.equals("candidate")) {
            throw new IllegalStateException("Release " + releaseId + " is " + state + " and release " + current
                    + " is current; only a candidate newer than the current release can be published");
        }
        if (Sql.of("select from kpi.candidate_authority where is_unfinished limit 1")
                .first(connection, row -> true)
                .isPresent()) {
            throw new IllegalStateException(
                    "Release " + releaseId + " cannot be published: a night that was not finished"
                            + " is measuring its figures anew; run that night to its end first");
        }
        undoHalfDone(connection, current);
        PublicCells.forget(connection);
        Sql.of("update ops.release set is_written = true where release_id = :release")
                .with("release", releaseId)
                .execute(connection);
        Shares groups = new Shares(most);
        Sql.file(Publish.class, "work.sql")
                .list(connection, row -> groups.add(row.getInt("authority_key"), row.getLong("figures")));
        // the long ones first, so that all end at about the same time
        List<Share> shares = new ArrayList<>(List.of(new Share(Rows.COMPARISONS, Set.of())));
        groups.authorities().forEach(authorities -> shares.add(new Share(Rows.PARTS, authorities)));
        shares.add(new Share(Rows.JUDGEMENTS, Set.of()));
        shares.add(new Share(Rows.FIGURES, Set.of()));
        return shares;
    }

    /**
     * Writes what differs.
     *
     * @return how many figures and comparisons; judgements and parts do not count
     */
    public static Published write(Connection connection, long releaseId, Share share) throws SQLException {
        return switch (share.rows()) {
            case FIGURES -> {
                long closed = step(connection, "close_values.sql", releaseId);
                yield new Published(step(connection, "open_values.sql", releaseId), closed, 0, 0);
            }
            case COMPARISONS -> {
                long closed = step(connection, "close_comparisons.sql", releaseId);
                yield new Published(0, 0, step(connection, "open_comparisons.sql", releaseId), closed);
            }
            case JUDGEMENTS -> {
                step(connection, "close_judgements.sql", releaseId);
                step(connection, "open_judgements.sql", releaseId);
                yield Published.NOTHING;
            }
            case PARTS -> {
                PublicCells.choose(connection, releaseId, share.authorities());
                step(connection, "close_breakdowns.sql", releaseId);
                step(connection, "open_breakdowns.sql", releaseId);
                yield Published.NOTHING;
            }
        };
    }

    /** Ends what {@link #begin} began, once every share is committed: readers see the release from here on. */
    public static void end(Connection connection, long releaseId, Instant publishedAt) throws SQLException {
        if (current(connection) != releaseId) {
            Sql.file(Publish.class, "move.sql")
                    .with("release", releaseId)
                    .with("published_at", publishedAt.atOffset(ZoneOffset.UTC))
                    .execute(connection);
        }
        PublicCells.show(connection, releaseId);
        forgetCandidates(connection);
    }

    private static long current(Connection connection) throws SQLException {
        return Sql.of("select release_id from ops.current_release for update")
                .first(connection, row -> row.getLong(1))
                .orElseThrow(() -> new IllegalStateException("ops.current_release is empty"));
    }

    /** Rows that only a release after the current one knows of come from an attempt that did not get through. */
    private static void undoHalfDone(Connection connection, long current) throws SQLException {
        boolean isAnyWritten = Sql.of("select from ops.release where is_written and release_id > :current limit 1")
                .with("current", current)
                .first(connection, row -> true)
                .isPresent();
        if (!isAnyWritten) {
            return;
        }
        for (String table : new String[] {"kpi.value", "kpi.comparison", "kpi.judgement", "kpi.breakdown_value"}) {
            Sql.of("delete from " + table + " where release_from > :current")
                    .with("current", current)
                    .execute(connection);
            // reads the whole table: closing a row, of which a night has many, is cheap only where no index holds this
            Sql.of("update " + table + " set release_to = null where release_to > :current")
                    .with("current", current)
                    .execute(connection);
        }
        Sql.of("update ops.release set is_written = false where is_written and release_id > :current")
                .with("current", current)
                .execute(connection);
    }

    private static void forgetCandidates(Connection connection) throws SQLException {
        Sql.file(Publish.class, "remember_targets.sql").execute(connection);
        Sql.file(Publish.class, "remember_versions.sql").execute(connection);
        Sql.of("delete from core.changed_fact as changed using kpi.candidate_authority as measured"
                        + " where measured.is_measured and measured.authority_key = changed.authority_key"
                        + " and changed.is_measured")
                .execute(connection);
        Sql.of("truncate kpi.candidate_value, kpi.candidate_gone, kpi.candidate_comparison, kpi.candidate_compared,"
                        + " kpi.candidate_authority,"
                        + " kpi.candidate_judgement, kpi.candidate_judged, kpi.candidate_judged_figure,"
                        + " kpi.candidate_public_cell, kpi.candidate_divided, kpi.candidate_breakdown")
                .execute(connection);
    }

    private static long step(Connection connection, String file, long releaseId) throws SQLException {
        return Sql.file(Publish.class, file).with("release", releaseId).execute(connection);
    }
}
