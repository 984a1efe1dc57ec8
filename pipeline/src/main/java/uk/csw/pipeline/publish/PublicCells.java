package uk.csw.pipeline.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import uk.csw.pipeline.postgres.Sql;

/**
 * Decides which figures everybody may see, so that no count from 1 to 5 can be worked out from them.
 *
 * <p>For each authority, KPI and year one <em>grain</em> is chosen: the months of the year are shown, or only its quarters,
 * or only the year. A figure is shown when it spans whole periods of that grain and every one of them is safe: nought or
 * at least 6 counted, and not counted where it is a percentage. Everything shown is then a sum of safe counts that are
 * shown themselves, or could be; nothing is told of how a period's count is made up inside, so that any division of it
 * fits. KPIs of which one is the sum or difference of others have one grain and are shown or hidden together. Positions at
 * a month's end add up to nothing over time, and are judged each by itself.
 *
 * <p>A grain is kept for good, or a month shown by one release and taken back by the next could be set against the
 * quarter that holds it.
 */
final class PublicCells {
    private PublicCells() {}

    /** Forgets what an earlier attempt chose. */
    static void forget(Connection connection) throws SQLException {
        Sql.of("truncate kpi.candidate_public_cell").execute(connection);
    }

    /**
     * Judges the candidates of these authorities, and hides at once what may not be seen any more. Notes the figures whose
     * parts are to be closed and opened, and those parts.
     */
    static void choose(Connection connection, long releaseId, Set<Integer> authorities) throws SQLException {
        file("public_work_tables.sql").execute(connection);
        file("public_figures.sql").with("authorities", authorities).execute(connection);
        Sql.of("analyze public_figure").execute(connection);
        file("public_granules.sql").execute(connection);
        Sql.of("analyze public_granule").execute(connection);
        file("public_grains.sql").execute(connection);
        file("public_runs.sql").execute(connection);
        Sql.of("analyze public_run").execute(connection);
        file("public_cells.sql").execute(connection);
        Sql.of("analyze public_chosen").execute(connection);
        file("public_divided.sql").with("authorities", authorities).execute(connection);
        Sql.of("analyze public_divided").execute(connection);
        file("public_parts.sql").with("authorities", authorities).execute(connection);
        Sql.of("analyze public_part").execute(connection);
        file("withdraw_public.sql").with("authorities", authorities).execute(connection);
        file("choose_public.sql")
                .with("release", releaseId)
                .with("authorities", authorities)
                .execute(connection);
    }

    /** Shows what may be seen, once the release is current. */
    static void show(Connection connection, long releaseId) throws SQLException {
        file("show_public.sql").with("release", releaseId).execute(connection);
    }

    private static Sql file(String name) {
        return Sql.file(PublicCells.class, name);
    }
}
