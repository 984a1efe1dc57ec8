package uk.csw.pipeline.quality;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.csw.pipeline.delivery.RuleBook;
import uk.csw.pipeline.layout.StagingTables;
import uk.csw.pipeline.postgres.Shares;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;
import uk.csw.pipeline.settings.YamlReader;

/** The rules of {@code config/checks/} over rows that have landed. They refuse nothing: a row that fails gets a finding. */
public final class Checks {
    private final Map<String, List<Check>> byEntity;

    Checks(Collection<Check> checks) {
        this.byEntity =
                checks.stream().collect(Collectors.groupingBy(Check::entity, TreeMap::new, Collectors.toList()));
    }

    /**
     * Reads and checks every file in {@code config/checks/}.
     *
     * @throws ConfigurationProblems every problem of every file, when there is any
     */
    public static Checks load(Path configDir) {
        List<Problem> problems = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        StagingTables tables = StagingTables.known();
        for (YamlFile file : YamlReader.of(configDir, "check.schema.json").readAll("checks")) {
            problems.addAll(file.problems());
            if (file.isValid()) {
                new CheckReader(file, tables, problems).read().ifPresent(checks::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(problems);
        }
        return new Checks(checks);
    }

    /** Every check, by table and then by code. */
    public List<Check> all() {
        return byEntity.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Judges the rows of these deliveries, reading each table once. What an earlier run found on them is replaced, so it
     * can be repeated.
     *
     * @return the number of findings
     */
    public long run(Connection connection, Collection<Long> deliveryIds) throws SQLException {
        RuleBook.install(connection, all());
        part(connection, deliveryIds);
        return found(connection, deliveryIds);
    }

    /**
     * Begins what {@link #run} does in transactions of its own: this one, and {@link #part} for each group of deliveries,
     * which may be at the same time: rules read rows that have landed, and no findings.
     *
     * @param most how many groups there may be, at least 1
     * @return the groups, each with about as many rows
     */
    public List<List<Long>> begin(Connection connection, Collection<Long> deliveryIds, int most) throws SQLException {
        RuleBook.install(connection, all());
        Shares shares = new Shares(most);
        Map<Integer, List<Long>> byAuthority = new HashMap<>();
        Sql.file(getClass(), "rows-to-check.sql")
                .with("deliveries", deliveryIds)
                .list(connection, row -> {
                    int authority = row.getInt("authority_key");
                    byAuthority
                            .computeIfAbsent(authority, key -> new ArrayList<>())
                            .addAll(List.of((Long[]) row.getArray("deliveries").getArray()));
                    return shares.add(authority, row.getLong("rows"));
                });
        return shares.authorities().stream()
                .map(authorities -> authorities.stream()
                        .flatMap(authority -> byAuthority.getOrDefault(authority, List.of()).stream())
                        .toList())
                .toList();
    }

    /** How many findings the checks left on these deliveries. */
    public long found(Connection connection, Collection<Long> deliveryIds) throws SQLException {
        return Sql.of("select count(*) from quarantine.finding"
                        + " where delivery_id = any (:deliveries) and rule_code = any (:codes)")
                .with("deliveries", deliveryIds)
                .with("codes", all().stream().map(Check::code).toList())
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    /** Judges the rows of these deliveries. */
    public void part(Connection connection, Collection<Long> deliveryIds) throws SQLException {
        Sql.file(getClass(), "forget-checks.sql")
                .with("deliveries", deliveryIds)
                .with("codes", all().stream().map(Check::code).toList())
                .execute(connection);
        // just landed, the rows are not counted yet, and each would be held against all of another table
        Sql.of("set local enable_nestloop = off").execute(connection);
        List<String> tables = new ArrayList<>(List.of("checked_file"));
        Sql.file(getClass(), "beside/checked_file.sql")
                .with("deliveries", deliveryIds)
                .execute(connection);
        for (Map.Entry<String, List<Check>> table : byEntity.entrySet()) {
            List<Long> files = files(connection, table.getKey());
            if (!files.isEmpty()) {
                Sql statement = CheckStatement.of(table.getKey(), table.getValue())
                        .with("files", files)
                        .with("deliveries", deliveryIds);
                for (Beside beside : CheckStatement.beside(table.getKey(), table.getValue())) {
                    if (!beside.table().isEmpty() && !tables.contains(beside.table())) {
                        lookUp(connection, beside);
                        tables.add(beside.table());
                    }
                    for (String entity : beside.entities()) {
                        statement = statement.with(entity + "_files", files(connection, entity));
                    }
                    if (beside.isLastYear()) {
                        statement = statement.with("last_year_files", lastYear(connection, table.getKey()));
                    }
                }
                statement.execute(connection);
            }
        }
        Sql.of("drop table " + String.join(", ", tables)).execute(connection);
        Sql.of("set local enable_nestloop to default").execute(connection);
    }

    private static void lookUp(Connection connection, Beside beside) throws SQLException {
        Sql create = Sql.file(Checks.class, "beside/" + beside.table() + ".sql");
        for (String entity : beside.entities()) {
            create = create.with(entity + "_files", files(connection, entity));
        }
        create.execute(connection);
        Sql.of("analyze " + beside.table()).execute(connection);
    }

    private static List<Long> lastYear(Connection connection, String entity) throws SQLException {
        return Sql.of("select distinct file_id from checked_last_year where entity = :entity")
                .with("entity", entity)
                .list(connection, row -> row.getLong(1));
    }

    private static List<Long> files(Connection connection, String entity) throws SQLException {
        return Sql.of("select file_id from checked_file where entity = :entity")
                .with("entity", entity)
                .list(connection, row -> row.getLong(1));
    }
}
