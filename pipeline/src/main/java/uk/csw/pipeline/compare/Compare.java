package uk.csw.pipeline.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Shares;
import uk.csw.pipeline.postgres.Sql;

/**
 * Compares the figures of the release being built. Only those are compared anew that differ from what is shown, or stand
 * beside one that does: the same figure a period or a year later, and those of the authorities of whose neighbours or
 * groups the authority is a member, whose own figures stay. Where the published tables, the neighbours or the groups are
 * not those of the comparisons shown, everything is.
 *
 * <p>There is a row per figure and comparator wherever either has a value:
 * <ul>
 * <li>{@code previous_period}: the same basis one month earlier, for a quarter one quarter, for a year one year.
 *     A count of the year to date is {@code not_comparable} with the month before, and nothing is in the first month of
 *     the year that the KPI counts by.
 * <li>{@code same_period_last_year}: the same basis twelve months earlier.
 * <li>{@code statistical_neighbours}: the mean, median or pooled figure of the neighbours in the newest model that
 *     have one in this warehouse for the same KPI, period and basis; nothing is imputed. With fewer than the KPI's
 *     minimum there is no value and the method is {@code too_few_members}. Counts of differently large authorities are
 *     not compared. The rank is among the neighbours and the authority itself: 1 is best, ties share the lowest
 *     number, figures that are too few to judge by are not ranked, and neither are KPIs without a better and a worse.
 * <li>the code of each comparison group whose edition was in force on the last day of the period: as for the neighbours.
 *     Of a group smaller than the minimum every member must have a figure.
 * <li>{@code region} and {@code england}: what is published for the newest year that had ended. Where too few neighbours or
 *     members have a figure here, their published ones of that year stand in.
 * <li>{@code top_quartile}: where higher or lower is better, the edge of the best quarter of the authorities that have a
 *     published figure for that year, out of all that are published.
 * </ul>
 * Figures are compared as they are shown, at the KPI's decimals; the difference is in the KPI's own unit, so percentage
 * points for percentages. The direction is {@code better}, {@code worse}, {@code up}, {@code down} (where neither is
 * better), {@code same} or {@code not_known}.
 */
public final class Compare {
    private Compare() {}

    /**
     * Replaces all candidate comparisons. The connection must have a transaction open.
     *
     * @return how many comparisons there are
     */
    public static long run(Connection connection, KpiCatalogue catalogue) throws SQLException {
        for (Set<Integer> authorities : begin(connection, 1)) {
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
     */
    public static List<Set<Integer>> begin(Connection connection, int most) throws SQLException {
        InTransaction.isNeeded(connection, "Comparing");
        file("forget.sql").execute(connection);
        file("affected.sql").execute(connection);
        file("note_version.sql").execute(connection);
        Sql.of("analyze kpi.candidate_authority").execute(connection);
        Shares shares = new Shares(most);
        file("work.sql").list(connection, row -> shares.add(row.getInt("authority_key"), row.getLong("figures")));
        return shares.authorities();
    }

    /** Adds the candidate comparisons of these authorities. */
    public static void part(Connection connection, KpiCatalogue catalogue, Set<Integer> authorities)
            throws SQLException {
        InTransaction.isNeeded(connection, "Comparing");
        file("work_tables.sql").execute(connection);
        file("rules.sql")
                .with("rules", ComparisonRules.of(catalogue.definitions()).json())
                .execute(connection);
        Sql.of("analyze compare_rule").execute(connection);
        file("wanted.sql").with("authorities", authorities).execute(connection);
        Sql.of("analyze compare_wanted").execute(connection);
        file("compared.sql").with("authorities", authorities).execute(connection);
        file("figures.sql").execute(connection);
        Sql.of("analyze compare_figure").execute(connection);
        file("own.sql").execute(connection);
        file("members.sql").execute(connection);
        file("published.sql").execute(connection);
    }

    /**
     * Ends what {@link #begin} began, once every group is committed.
     *
     * @return how many comparisons there are
     */
    public static long end(Connection connection) throws SQLException {
        Sql.of("update kpi.candidate_authority set is_unfinished = false where is_unfinished")
                .execute(connection);
        Sql.of("analyze kpi.candidate_comparison, kpi.candidate_compared").execute(connection);
        return Sql.of("select count(*) from kpi.candidate_comparison")
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    private static Sql file(String name) {
        return Sql.file(Compare.class, name);
    }
}
