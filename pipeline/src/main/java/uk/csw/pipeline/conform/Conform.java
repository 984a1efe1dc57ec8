package uk.csw.pipeline.conform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.csw.pipeline.layout.Layout;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.Shares;
import uk.csw.pipeline.postgres.Sql;

/**
 * Derives dimensions and facts from the deliveries in force (newest landed, not held delivery of each period and
 * layout). They are a function of those deliveries: the order of arrival does not matter, and running it again changes
 * nothing. Each fact is derived again only for children whose rows in force that it is made of changed, month ends only
 * from the first that can differ on, and for every child where a month is newly covered.
 */
public final class Conform {
    private static final List<String> KEPT_ASIDE = List.of("last_possible_day", "known_child", "month_to_derive");

    private final List<InForceRule> rules;
    private final Set<String> entities;
    private final Inputs inputs;

    /** Conforms what files of these layouts brought. */
    public Conform(Layouts layouts) {
        this(layouts.all().stream()
                .filter(Layout::isLoaded)
                .map(InForceRule::of)
                .toList());
    }

    Conform(List<InForceRule> rules) {
        this.rules = List.copyOf(rules);
        this.entities = rules.stream().map(InForceRule::entity).collect(Collectors.toSet());
        this.inputs = new Inputs(Facts.DERIVED, entities);
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

    /**
     * The authorities to conform in groups of about equally many rows, each of which {@link #run} may bring up to date at
     * the same time as the others, on a transaction of its own. Authorities that deliver something for the first time are
     * in groups of their own, since those are planned otherwise.
     *
     * @param authorities candidates: authority keys whose deliveries may have changed
     * @param most how many groups of either kind there may be, at least 1
     */
    public List<Set<Integer>> groups(Connection connection, Collection<Integer> authorities, int most)
            throws SQLException {
        if (authorities.isEmpty()) {
            return List.of();
        }
        keepAside(connection, "standing", authorities);
        keepAside(connection, "change_of_standing", authorities);
        Shares known = new Shares(most);
        Shares unknown = new Shares(most);
        Sql.file(Conform.class, "rows_to_conform.sql")
                .list(
                        connection,
                        row -> (row.getBoolean("is_first") ? unknown : known)
                                .add(row.getInt("authority_key"), row.getLong("rows")));
        Sql.of("drop table standing, change_of_standing").execute(connection);
        return Stream.concat(unknown.authorities().stream(), known.authorities().stream())
                .toList();
    }

    private void bringUpToDate(Connection connection, Set<Integer> authorities) throws SQLException {
        Unknown.planFor(connection);
        FilesToRead files = FilesToRead.of(connection);
        rememberStanding(connection, authorities);
        keepAside(connection, "touched_row", authorities);
        keepAside(connection, "touched_child", authorities);
        RowsInForce rowsInForce = new RowsInForce(connection, authorities, files);
        for (InForceRule rule : rules) {
            rowsInForce.refresh(rule);
        }
        List<Long> peopleToRead = touchPeople(connection);
        Sql.of("analyze touched_row").execute(connection);
        long children = touch(connection, entities);
        coverMonths(connection, authorities);
        for (String table : KEPT_ASIDE) {
            keepAside(connection, table, authorities);
        }
        Differences differences = new Differences(connection);
        differences.begin();
        Set<String> touchedBy = entities;
        for (Derived derived : Facts.DERIVED) {
            Set<String> madeOf = inputs.of(derived.table());
            if (!madeOf.equals(touchedBy)) {
                children = touch(connection, madeOf);
                touchedBy = madeOf;
            }
            if (children > 0 || !derived.from().isEmpty()) {
                differences.forgetTouched(derived.table());
                derive(connection, derived, authorities, peopleToRead);
                differences.find(derived.table());
            }
        }
        keepAside(connection, "child_since", authorities);
        for (OpenMonths open : Facts.OPEN_MONTHS) {
            open.keepAside(connection);
        }
        for (Derived monthly : Facts.MONTHLY) {
            differences.forgetMonths(monthly.table());
            forgetChangedMonths(connection, monthly.table());
            deriveMonths(connection, monthly, authorities, differences);
        }
        differences.end();
        for (Facts.Whole whole : Facts.WHOLE) {
            List<String> layouts = layoutsOf(whole.entity());
            Set<Integer> changed = layouts.isEmpty() ? Set.of() : changedAuthorities(connection, layouts);
            if (!changed.isEmpty()) {
                differences.forgetAll(whole.table(), changed);
                statement(whole.file(), changed).execute(connection);
                differences.findAll(whole.table(), changed);
            }
        }
        List<String> kept = new ArrayList<>(List.of(
                "touched_row", "touched_child", "changed_month", "covered_now", "child_since", "person_history"));
        kept.addAll(KEPT_ASIDE);
        Facts.DERIVED.forEach(derived -> kept.addAll(derived.from()));
        Facts.MONTHLY.forEach(derived -> kept.addAll(derived.from()));
        Facts.OPEN_MONTHS.forEach(open -> kept.add(open.table()));
        Sql.of("drop table " + String.join(", ", kept)).execute(connection);
        Unknown.planForNoMore(connection);
    }

    /**
     * Takes statistics of what was conformed, if any of these deliveries is the first of its authority and layout.
     *
     * @param deliveries those that {@link #run} brought in
     */
    public void end(Connection connection, Collection<Long> deliveries) throws SQLException {
        if (Unknown.isAmong(connection, deliveries)) {
            Sql.of("analyze " + String.join(", ", filled())).execute(connection);
        }
    }

    private List<String> filled() {
        List<String> tables = new ArrayList<>(List.of("core.coverage"));
        entities.forEach(entity -> tables.add("staging.in_force_" + entity));
        Facts.DERIVED.forEach(derived -> tables.add(derived.table()));
        Facts.MONTHLY.forEach(monthly -> tables.add(monthly.table()));
        Facts.WHOLE.forEach(whole -> tables.add(whole.table()));
        return tables;
    }

    private void derive(Connection connection, Derived derived, Set<Integer> authorities, List<Long> peopleToRead)
            throws SQLException {
        for (String table : derived.from()) {
            keepAside(connection, table, authorities);
        }
        Sql statement = statement(derived.file(), authorities).with("person_files", peopleToRead);
        (derived.table().equals(Inputs.EVERY_CHILD) ? statement.filled("is_in_force", isInForce()) : statement)
                .execute(connection);
    }

    /** Whether any row in force is about a touched child. */
    private String isInForce() {
        return entities.stream()
                .sorted()
                .map(entity -> "exists (select 1 from staging.in_force_" + entity + " as in_force"
                        + " where in_force.authority_key = touched_child.authority_key"
                        + " and in_force.child_key = touched_child.child_key)")
                .collect(Collectors.joining(" or "));
    }

    /**
     * Touches whoever a standing file describes, where that cannot be told from what is known and the newest month.
     *
     * @return the files whose people are read
     */
    private List<Long> touchPeople(Connection connection) throws SQLException {
        List<String> layouts = layoutsOf("person");
        Sql.file(Conform.class, "person_history.sql").with("layouts", layouts).execute(connection);
        List<Long> files = Sql.file(Conform.class, "person_files.sql")
                .with("layouts", layouts)
                .list(connection, row -> row.getLong("file_id"));
        Sql.file(Conform.class, "touch_people.sql").with("person_files", files).execute(connection);
        return files;
    }

    /** Sets the rows derived aside until it is seen in which months they differ. */
    private static void deriveMonths(
            Connection connection, Derived monthly, Set<Integer> authorities, Differences differences)
            throws SQLException {
        for (String table : monthly.from()) {
            keepAside(connection, table, authorities);
        }
        String place = differences.placeForMonths(monthly.table());
        statement(monthly.file(), authorities).filled("table", place).execute(connection);
        Sql.of("insert into " + monthly.table() + " select * from " + place).execute(connection);
        differences.findMonths(monthly.table());
        Sql.of("drop table " + place).execute(connection);
    }

    /**
     * Those whose rows of {@code entities} changed are the children to derive a table again for.
     *
     * @return how many there are
     */
    private static long touch(Connection connection, Set<String> entities) throws SQLException {
        Sql.of("truncate touched_child").execute(connection);
        if (entities.isEmpty()) {
            return 0;
        }
        long children =
                Sql.file(Conform.class, "touch.sql").with("entities", entities).execute(connection);
        Sql.of("analyze touched_child").execute(connection);
        return children;
    }

    private void rememberStanding(Connection connection, Set<Integer> authorities) throws SQLException {
        statement("standing_now.sql", authorities)
                .with("layouts", rules.stream().map(InForceRule::layout).toList())
                .with("entities", rules.stream().map(InForceRule::entity).toList())
                .with("coverages", rules.stream().map(InForceRule::coverage).toList())
                .execute(connection);
        Sql.of("analyze standing_now").execute(connection);
        statement("forget_standing.sql", authorities).execute(connection);
        statement("remember_standing.sql", authorities).execute(connection);
        Sql.of("drop table standing_now").execute(connection);
    }

    private List<String> layoutsOf(String entity) {
        return rules.stream()
                .filter(rule -> rule.entity().equals(entity))
                .map(InForceRule::layout)
                .toList();
    }

    private static void coverMonths(Connection connection, Set<Integer> authorities) throws SQLException {
        keepAside(connection, "covered_now", authorities);
        keepAside(connection, "changed_month", authorities);
        statement("changed_coverage.sql", authorities).execute(connection);
        statement("uncover.sql", authorities).execute(connection);
        statement("cover.sql", authorities).execute(connection);
    }

    /** Forgets the rows of months newly covered, or no longer. */
    private static void forgetChangedMonths(Connection connection, String table) throws SQLException {
        Sql.of("delete from " + table + " as monthly using changed_month"
                        + " where monthly.authority_key = changed_month.authority_key"
                        + " and monthly.period_key = changed_month.period_key")
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
}
