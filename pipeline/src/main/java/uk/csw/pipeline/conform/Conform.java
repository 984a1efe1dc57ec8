package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.csw.pipeline.postgres.Sql;

/**
 * Rebuilds the facts of the authorities whose standing deliveries changed. The facts are a function of the deliveries
 * in force (newest landed, not held delivery of each period and layout): the order in which they arrived does not
 * matter, and running it again changes nothing.
 */
public final class Conform {
    /** Tables in the order in which each is derived from the ones before it. */
    private static final List<Derived> DERIVED = List.of(
            new Derived("core.coverage", "coverage.sql"),
            new Derived("core.dim_child", "child.sql"),
            new Derived("core.fact_care_episode", "care_episode.sql"),
            new Derived("core.fact_care_period", "care_period.sql"),
            new Derived("core.fact_placement", "placement.sql"),
            new Derived("core.fact_legal_status", "legal_status.sql"),
            new Derived("core.fact_care_leaver", "care_leaver.sql"),
            new Derived("core.fact_assessment", "assessment.sql"),
            new Derived("core.fact_assessment_factor", "assessment_factor.sql"),
            new Derived("core.fact_assessment_month", "assessment_month.sql"),
            new Derived("core.fact_enquiry", "enquiry.sql"),
            new Derived("core.fact_plan", "plan.sql"),
            new Derived("core.fact_plan_review", "plan_review.sql"),
            new Derived("core.fact_referral", "referral.sql"),
            new Derived("core.fact_disability", "disability.sql"),
            new Derived("core.fact_indicator", "indicator.sql"),
            new Derived("core.fact_child_month", "child_month.sql"));

    /** Temporary tables that several of them read. */
    private static final List<String> KEPT_ASIDE = List.of("last_possible_day", "born", "known_child", "referral_base");

    private final List<InForceRule> rules;
    private final RowsInForce rowsInForce = new RowsInForce();

    public Conform(Collection<InForceRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Brings dimensions and facts up to date, on the caller's transaction.
     *
     * @param authorities candidates: authority keys whose deliveries may have changed
     * @return the authorities whose facts were rebuilt; empty when nothing that stands has changed
     */
    public Set<Integer> run(Connection connection, Collection<Integer> authorities) throws SQLException {
        if (authorities.isEmpty()) {
            return Set.of();
        }
        statement("standing.sql", authorities).execute(connection);
        Sql.of("analyze standing").execute(connection);
        statement("change_of_standing.sql", authorities).execute(connection);
        Set<Integer> changed = changedAuthorities(connection);
        if (!changed.isEmpty()) {
            rebuild(connection, changed);
        }
        Sql.of("drop table if exists standing, change_of_standing, " + String.join(", ", KEPT_ASIDE))
                .execute(connection);
        return changed;
    }

    private void rebuild(Connection connection, Set<Integer> authorities) throws SQLException {
        List<Long> deliveries = deliveriesToRead(connection);
        forget("staging.in_force_delivery", authorities, connection);
        statement("remember_standing.sql", authorities)
                .with("layouts", rules.stream().map(InForceRule::layout).toList())
                .with("entities", rules.stream().map(InForceRule::entity).toList())
                .with("coverages", rules.stream().map(InForceRule::coverage).toList())
                .execute(connection);
        Set<String> changedLayouts = Set.copyOf(
                Sql.of("select distinct layout from change_of_standing").list(connection, row -> row.getString(1)));
        for (InForceRule rule : rules) {
            if (changedLayouts.contains(rule.layout())) {
                rowsInForce.refresh(connection, rule, authorities, deliveries);
            }
        }
        for (String kept : KEPT_ASIDE) {
            statement(kept + ".sql", authorities).execute(connection);
            Sql.of("analyze " + kept).execute(connection);
        }
        for (Derived derived : DERIVED) {
            forget(derived.table(), authorities, connection);
            statement(derived.file(), authorities)
                    .with("delivery_ids", deliveries)
                    .execute(connection);
        }
    }

    private static void forget(String table, Collection<Integer> authorities, Connection connection)
            throws SQLException {
        Sql.of("delete from " + table + " where authority_key = any (:authorities)")
                .with("authorities", authorities)
                .execute(connection);
    }

    /** Rows of these deliveries are read from staging: the added ones, or all that stand where history changed. */
    private static List<Long> deliveriesToRead(Connection connection) throws SQLException {
        return Sql.file(Conform.class, "deliveries_to_read.sql").list(connection, row -> row.getLong(1));
    }

    private static Set<Integer> changedAuthorities(Connection connection) throws SQLException {
        return Sql.of("select distinct authority_key from change_of_standing order by authority_key")
                .list(connection, row -> row.getInt(1))
                .stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Sql statement(String file, Collection<Integer> authorities) {
        return Sql.file(Conform.class, file).with("authorities", authorities);
    }

    /** A table and the statement that fills it for the authorities of the night. */
    private record Derived(String table, String file) {}
}
