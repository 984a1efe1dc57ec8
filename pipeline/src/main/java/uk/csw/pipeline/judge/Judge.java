package uk.csw.pipeline.judge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Shares;
import uk.csw.pipeline.postgres.Sql;

/**
 * Judges the figures of the release being built: those of every authority that was measured or compared, and of every
 * authority whose targets, or KPIs, are not the ones its shown figures were judged by.
 *
 * <p>Of an authority whose targets are the same, only those figures are judged whose judgement can differ from the one that
 * is shown; the others keep theirs. What it costs: one reading of the figures and comparisons to find what differs from what
 * is shown, then as much as has to be judged.
 *
 * <p>A figure is held against the rule of the day its period ends (an authority's own before the one for all, one that
 * names the basis before one that does not), and once more against the rule of a year before. The first that holds
 * gives the colour: no figure, grey; no rule or rule {@code NONE}, blue; fewer than the minimum below the line, or too
 * early to count, grey; on target, green; within the tolerance, the tolerance's colour; else red. Figure, target and
 * tolerance limit are compared as they are shown.
 *
 * <p>Year-end projection: a count with a profiled target goes on by its profile; a share of work done in time takes in
 * the work that is open. Those of it that are late already are missed; of the others none, the share of the last three
 * months, or all will be in time, which gives the low, the central and the high figure.
 *
 * <p>Process limits (XmR): the mean of up to 24 points before, plus and minus 2.66 times the mean of the steps between
 * them, from 12 points on. Special causes: a point outside the limits; eight points in a row on one side of the mean;
 * six points in a row each higher, or each lower, than the one before.
 */
public final class Judge {
    private Judge() {}

    /**
     * Replaces all candidate judgements, and notes in {@code kpi.candidate_judged_figure} whose shown ones they replace. The connection must have a transaction open.
     *
     * @return how many figures were judged
     */
    public static long run(Connection connection, KpiCatalogue catalogue) throws SQLException {
        for (Set<Integer> authorities : begin(connection, catalogue, 1)) {
            part(connection, catalogue, authorities);
        }
        return end(connection);
    }

    /**
     * Begins what {@link #run} does in transactions of its own: this one, {@link #part} for each group of authorities, which
     * may be at the same time, and {@link #end}. Begun again, it starts from nothing.
     *
     * @param most how many groups there may be, at least 1
     */
    public static List<Set<Integer>> begin(Connection connection, KpiCatalogue catalogue, int most)
            throws SQLException {
        InTransaction.isNeeded(connection, "Judging");
        Sql.of("truncate kpi.candidate_judgement, kpi.candidate_judged, kpi.candidate_judged_figure")
                .execute(connection);
        file("scope.sql").with("rules", rulesOf(catalogue)).execute(connection);
        Sql.of("analyze kpi.candidate_judged").execute(connection);
        Shares shares = new Shares(most);
        file("work.sql").list(connection, row -> shares.add(row.getInt("authority_key"), row.getLong("figures")));
        return shares.authorities();
    }

    /** Adds the candidate judgements of these authorities. */
    public static void part(Connection connection, KpiCatalogue catalogue, Set<Integer> authorities)
            throws SQLException {
        InTransaction.isNeeded(connection, "Judging");
        file("work_tables.sql").execute(connection);
        file("rules.sql").with("rules", rulesOf(catalogue)).execute(connection);
        Sql.of("analyze judge_rule").execute(connection);
        file("whole.sql").with("authorities", authorities).execute(connection);
        file("changes.sql").with("authorities", authorities).execute(connection);
        Sql.of("analyze judge_whole, judge_change").execute(connection);
        file("figures.sql").with("authorities", authorities).execute(connection);
        Sql.of("analyze judge_figure").execute(connection);
        file("wanted.sql").execute(connection);
        Sql.of("analyze judge_wanted").execute(connection);
        file("judged_figures.sql").with("authorities", authorities).execute(connection);
        file("beside.sql").execute(connection);
        Sql.of("analyze judge_beside").execute(connection);
        file("verdicts.sql").execute(connection);
        file("outstanding.sql").execute(connection);
        file("process.sql").execute(connection);
        Sql.of("analyze judge_verdict, judge_process").execute(connection);
        file("judgements.sql").execute(connection);
    }

    /**
     * Ends what {@link #begin} began, once every group is committed.
     *
     * @return how many figures were judged
     */
    public static long end(Connection connection) throws SQLException {
        Sql.of("analyze kpi.candidate_judged_figure, kpi.candidate_judgement").execute(connection);
        return Sql.of("select count(*) from kpi.candidate_judgement")
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    private static String rulesOf(KpiCatalogue catalogue) {
        return JudgementRules.of(catalogue.definitions()).json();
    }

    private static Sql file(String name) {
        return Sql.file(Judge.class, name);
    }
}
