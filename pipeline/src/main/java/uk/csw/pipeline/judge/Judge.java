package uk.csw.pipeline.judge;

import java.sql.Connection;
import java.sql.SQLException;
import uk.csw.pipeline.kpi.KpiCatalogue;
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
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("Judging needs a transaction");
        }
        String rules = JudgementRules.of(catalogue.definitions()).json();
        Sql.of("truncate kpi.candidate_judgement, kpi.candidate_judged, kpi.candidate_judged_figure")
                .execute(connection);
        file("work_tables.sql").execute(connection);
        file("scope.sql").with("rules", rules).execute(connection);
        file("rules.sql").with("rules", rules).execute(connection);
        file("figures.sql").execute(connection);
        Sql.of("analyze judge_rule, judge_figure").execute(connection);
        file("changes.sql").execute(connection);
        file("wanted.sql").execute(connection);
        Sql.of("analyze judge_wanted").execute(connection);
        file("judged_figures.sql").execute(connection);
        file("beside.sql").execute(connection);
        Sql.of("analyze kpi.candidate_judged_figure, judge_beside").execute(connection);
        file("verdicts.sql").execute(connection);
        file("outstanding.sql").execute(connection);
        file("process.sql").execute(connection);
        Sql.of("analyze judge_verdict, judge_process").execute(connection);
        long judged = file("judgements.sql").execute(connection);
        Sql.of("analyze kpi.candidate_judgement").execute(connection);
        return judged;
    }

    private static Sql file(String name) {
        return Sql.file(Judge.class, name);
    }
}
