package uk.csw.pipeline.kpi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Shares;
import uk.csw.pipeline.postgres.Sql;

/**
 * Counts every KPI of the catalogue for the given authorities: one pass over each fact, then the months are put
 * together into windows. Facts are read as they are now, so the step can be repeated at will.
 *
 * <p>Figures are measured again only where something they rest on changed since those shown were measured: a month of a
 * fact ({@code core.changed_fact}), the months covered, or that it was too early to count. Where the definitions, the
 * population, the groups of placements changed, or a month is covered no more, every figure of the authority is.
 *
 * <p>A figure exists for each month in {@code core.coverage} of the first entity the KPI rests on. Its status is the
 * first that holds: {@code not_applicable} (the month lies outside the KPI's validity), {@code not_available} (another entity it rests on does not cover the month, the period or the
 * look-back begins before the covered months, or a rate has no population), {@code no_data} (nothing below the line),
 * {@code immature} (younger than the KPI's maturity, seen from the end of the newest covered month), {@code too_few}
 * (below the minimum denominator), {@code measured}. The first two have no numbers, the third no value, the others have
 * all.
 *
 * <p>Figures of a period that was signed off stay as they are shown until it is reopened.
 */
public final class Measure {
    private static final List<String> CANDIDATES =
            List.of("kpi.candidate_value", "kpi.candidate_gone", "kpi.candidate_divided", "kpi.candidate_breakdown");

    private Measure() {}

    /**
     * Replaces all candidate values by those figures of {@code authorityKeys}, and of any authority that was measured before
     * but not published yet, that are not as they are shown, so that all candidates come from the same facts and
     * definitions. The connection must have a transaction open, since the working tables live as long as it does.
     *
     * @return how many figures are new or different
     */
    public static long run(Connection connection, KpiCatalogue catalogue, Collection<Integer> authorityKeys)
            throws SQLException {
        for (Set<Integer> authorities : begin(connection, catalogue, authorityKeys, 1)) {
            part(connection, catalogue, authorities);
        }
        return end(connection);
    }

    /**
     * Begins what {@link #run} does in transactions of its own: this one, {@link #part} for each group of authorities, which
     * may be at the same time, and {@link #end}. Until that is committed nothing of it can be published; begun again, it
     * starts from nothing.
     *
     * @param most how many groups there may be, at least 1
     * @return the groups, each with about as many children
     */
    public static List<Set<Integer>> begin(
            Connection connection, KpiCatalogue catalogue, Collection<Integer> authorityKeys, int most)
            throws SQLException {
        InTransaction.isNeeded(connection, "Measuring");
        file("note_authorities.sql").with("authorities", authorityKeys).execute(connection);
        file("note_versions.sql").with("definitions", catalogue.version()).execute(connection);
        Sql.of("update core.changed_fact set is_measured = true where authority_key in"
                        + " (select authority_key from kpi.candidate_authority where is_measured)")
                .execute(connection);
        for (String candidates : CANDIDATES) {
            Sql.of("delete from " + candidates).execute(connection);
        }
        Definitions definitions = new Definitions();
        for (KpiDefinition kpi : catalogue.definitions()) {
            definitions.note(connection, kpi);
        }
        Shares shares = new Shares(most);
        file("work.sql").list(connection, row -> shares.add(row.getInt("authority_key"), row.getLong("children")));
        return shares.authorities();
    }

    /** Adds the candidates of these authorities. */
    public static void part(Connection connection, KpiCatalogue catalogue, Set<Integer> authorities)
            throws SQLException {
        InTransaction.isNeeded(connection, "Measuring");
        SignedOff.standStill(connection);
        file("work_tables.sql").execute(connection);
        file("whole.sql").with("authorities", authorities).execute(connection);
        file("plan.sql")
                .with("plan", MeasurePlan.of(catalogue.definitions()).json())
                .execute(connection);
        file("windows.sql").with("authorities", authorities).execute(connection);
        file("coverage.sql").with("authorities", authorities).execute(connection);
        Sql.of("analyze measure_plan, measure_window, measure_coverage").execute(connection);
        file("scope.sql").with("authorities", authorities).execute(connection);
        Sql.of("analyze measure_scope").execute(connection);
        file("months.sql").execute(connection);
        Sql.of("analyze measure_month").execute(connection);
        for (KpiDefinition kpi : catalogue.definitions()) {
            if (kpi.counting().median().isPresent()) {
                Median.statement(kpi).with("authorities", authorities).execute(connection);
            }
        }
        for (Tally tally : Tally.of(catalogue.definitions())) {
            tally.statement().with("authorities", authorities).execute(connection);
        }
        Sql.of("analyze measure_tally, measure_median").execute(connection);
        file("values.sql").execute(connection);
        file("delivered.sql").with("authorities", authorities).execute(connection);
        Sql.of("analyze measure_value").execute(connection);
        file("differences.sql").execute(connection);
        file("gone.sql").with("authorities", authorities).execute(connection);
        Breakdown.measure(connection, catalogue.definitions(), authorities);
        SignedOff.hold(connection, authorities);
    }

    /**
     * Ends what {@link #begin} began, once every group is committed.
     *
     * @return how many figures are new or different
     */
    public static long end(Connection connection) throws SQLException {
        Sql.of("update kpi.candidate_authority set is_unfinished = false where is_unfinished")
                .execute(connection);
        Sql.of("analyze kpi.candidate_authority, " + String.join(", ", CANDIDATES))
                .execute(connection);
        return Sql.of("select count(*) from kpi.candidate_value")
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    private static Sql file(String name) {
        return Sql.file(Measure.class, name);
    }
}
