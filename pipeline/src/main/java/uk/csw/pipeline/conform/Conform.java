package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.Sql;

/**
 * Derives dimensions and facts from the deliveries in force (newest landed, not held delivery of each period and
 * layout). They are a function of those deliveries: the order of arrival does not matter, and running it again changes
 * nothing. Only the children whose rows in force changed are derived again, and the months newly covered.
 */
public final class Conform {
    private static final List<Derived> DERIVED = List.of(
            new Derived("staging.described_child", "described_child.sql"),
            new Derived("core.dim_child", "child.sql"),
            new Derived("core.fact_care_episode", "care_episode.sql"),
            new Derived("core.fact_care_period", "care_period.sql"),
            new Derived("core.fact_placement", "placement.sql"),
            new Derived("core.fact_legal_status", "legal_status.sql"),
            new Derived("core.fact_care_leaver", "care_leaver.sql"),
            new Derived("core.fact_care_health", "care_health.sql"),
            new Derived("core.fact_care_review", "care_review.sql"),
            new Derived("core.fact_missing", "missing.sql"),
            new Derived("core.fact_care_span", "care_span.sql"),
            new Derived("core.fact_social_worker", "social_worker.sql"),
            new Derived("core.fact_adoption", "adoption.sql"),
            new Derived("core.fact_assessment", "assessment.sql", "referral_base"),
            new Derived("core.fact_assessment_factor", "assessment_factor.sql"),
            new Derived("core.fact_enquiry", "enquiry.sql"),
            new Derived("core.fact_plan", "plan.sql"),
            new Derived("core.fact_plan_review", "plan_review.sql"),
            new Derived("core.fact_referral", "referral.sql"),
            new Derived("core.fact_disability", "disability.sql"),
            new Derived("core.fact_contact", "contact.sql"),
            new Derived("core.fact_plan_visit", "plan_visit.sql"),
            new Derived("core.fact_return_interview", "return_interview.sql"),
            new Derived("core.fact_education_plan", "education_plan.sql"),
            new Derived("core.fact_assessment_month", "assessment_month.sql"),
            new Derived(
                    "core.fact_child_month",
                    "child_month.sql",
                    "care_month",
                    "care_review_state",
                    "care_review_month",
                    "social_worker_month",
                    "looked_after_month",
                    "need_month",
                    "plan_month"));
    private static final List<Whole> WHOLE = List.of(
            new Whole("core.fact_indicator", "indicator.sql", "indicator"),
            new Whole("core.fact_proceeding", "proceeding.sql", "proceeding"),
            new Whole("core.fact_foster_household", "foster_household.sql", "foster_household"),
            new Whole("core.fact_foster_household_month", "foster_household_month.sql", "foster_household"),
            new Whole("core.fact_adopter", "adopter.sql", "adopter"),
            new Whole("core.fact_early_help_month", "early_help_month.sql", "early_help"));
    private static final List<String> MONTHLY = List.of("core.fact_assessment_month", "core.fact_child_month");
    private static final List<String> KEPT_ASIDE = List.of("last_possible_day", "known_child", "month_to_derive");

    private final List<InForceRule> rules;

    /** Conforms what files of these layouts brought. */
    public Conform(Layouts layouts) {
        this(layouts.all().stream().map(InForceRule::of).toList());
    }

    Conform(List<InForceRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Brings dimensions and facts up to date, on the caller's transaction.
     *
     * @param authorities candidates: authority keys whose deliveries may have changed
     * @return the authorities whose facts changed; empty when nothing that stands has changed
     */
    public Set<Integer> run(Connection connection, Collection<Integer> authorities) throws SQLException {
        if (authorities.isEmpty()) {
            return Set.of();
        }
        keepAside(connection, "standing", authorities);
        keepAside(connection, "change_of_standing", authorities);
        Set<Integer> changed = changedAuthorities(connection);
        if (!changed.isEmpty()) {
            bringUpToDate(connection, changed);
        }
        Sql.of("drop table standing, change_of_standing").execute(connection);
        return changed;
    }

    private void bringUpToDate(Connection connection, Set<Integer> authorities) throws SQLException {
        FilesToRead files = FilesToRead.of(connection);
        rememberStanding(connection, authorities);
        keepAside(connection, "touched_child", authorities);
        RowsInForce rowsInForce = new RowsInForce(connection, authorities, files);
        for (InForceRule rule : rules) {
            rowsInForce.refresh(rule);
        }
        Sql.of("analyze touched_child").execute(connection);
        coverMonths(connection, authorities);
        for (String table : KEPT_ASIDE) {
            keepAside(connection, table, authorities);
        }
        forgetTouched(connection, authorities);
        List<String> kept = new ArrayList<>(List.of("touched_child", "changed_month", "known_coverage"));
        kept.addAll(KEPT_ASIDE);
        boolean isMuch = isHistoryRewritten(connection);
        for (Derived derived : DERIVED) {
            for (String table : derived.from()) {
                keepAside(connection, table, authorities);
            }
            statement(derived.file(), authorities)
                    .with("person_files", files.of(layoutsOf("person")))
                    .execute(connection);
            if (isMuch) {
                Sql.of("analyze " + derived.table()).execute(connection);
            }
        }
        for (Whole whole : WHOLE) {
            List<String> layouts = layoutsOf(whole.entity());
            Set<Integer> changed = layouts.isEmpty() ? Set.of() : changedAuthorities(connection, layouts);
            if (!changed.isEmpty()) {
                replaceAll(connection, whole.table(), whole.file(), changed);
            }
        }
        DERIVED.forEach(derived -> kept.addAll(derived.from()));
        Sql.of("drop table " + String.join(", ", kept)).execute(connection);
    }

    /** Then the planner would go by how large the tables were before. */
    private static boolean isHistoryRewritten(Connection connection) throws SQLException {
        return Sql.of("select 1 from change_of_standing where not is_next limit 1")
                .first(connection, row -> true)
                .orElse(false);
    }

    private void rememberStanding(Connection connection, Set<Integer> authorities) throws SQLException {
        forget(connection, "staging.in_force_delivery", authorities);
        statement("remember_standing.sql", authorities)
                .with("layouts", rules.stream().map(InForceRule::layout).toList())
                .with("entities", rules.stream().map(InForceRule::entity).toList())
                .with("coverages", rules.stream().map(InForceRule::coverage).toList())
                .execute(connection);
    }

    private List<String> layoutsOf(String entity) {
        return rules.stream()
                .filter(rule -> rule.entity().equals(entity))
                .map(InForceRule::layout)
                .toList();
    }

    private static void coverMonths(Connection connection, Set<Integer> authorities) throws SQLException {
        keepAside(connection, "known_coverage", authorities);
        replaceAll(connection, "core.coverage", "coverage.sql", authorities);
        Sql.of("analyze core.coverage").execute(connection);
        keepAside(connection, "changed_month", authorities);
    }

    private static void forgetTouched(Connection connection, Set<Integer> authorities) throws SQLException {
        for (Derived derived : DERIVED) {
            Sql.of("delete from " + derived.table() + " as derived using touched_child"
                            + " where derived.authority_key = touched_child.authority_key"
                            + " and derived.child_key = touched_child.child_key")
                    .execute(connection);
        }
        for (String table : MONTHLY) {
            Sql.of("delete from " + table + " as monthly using changed_month"
                            + " where monthly.authority_key = changed_month.authority_key"
                            + " and monthly.period_key = changed_month.period_key")
                    .execute(connection);
        }
    }

    private static void replaceAll(Connection connection, String table, String file, Set<Integer> authorities)
            throws SQLException {
        forget(connection, table, authorities);
        statement(file, authorities).execute(connection);
    }

    private static void forget(Connection connection, String table, Set<Integer> authorities) throws SQLException {
        Sql.of("delete from " + table + " where authority_key = any (:authorities)")
                .with("authorities", authorities)
                .execute(connection);
    }

    private Set<Integer> changedAuthorities(Connection connection) throws SQLException {
        return changedAuthorities(
                connection, rules.stream().map(InForceRule::layout).toList());
    }

    private static Set<Integer> changedAuthorities(Connection connection, List<String> layouts) throws SQLException {
        return Sql.of("select distinct authority_key from change_of_standing"
                        + " where layout = any (:layouts) order by authority_key")
                .with("layouts", layouts)
                .list(connection, row -> row.getInt(1))
                .stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Creates the temporary table of that name by the statement of that name. */
    private static void keepAside(Connection connection, String table, Collection<Integer> authorities)
            throws SQLException {
        statement(table + ".sql", authorities).execute(connection);
        Sql.of("analyze " + table).execute(connection);
    }

    private static Sql statement(String file, Collection<Integer> authorities) {
        return Sql.file(Conform.class, file).with("authorities", authorities);
    }

    /** A small table of facts about no single child, written anew where deliveries of that entity changed. */
    private record Whole(String table, String file, String entity) {}

    /** A table of facts per child, the statement that fills it for the children touched, and what is kept aside for it. */
    private record Derived(String table, String file, List<String> from) {
        Derived(String table, String file, String... from) {
            this(table, file, List.of(from));
        }
    }
}
