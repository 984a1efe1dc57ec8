package uk.csw.pipeline.publish;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.csw.pipeline.postgres.Sql;

/**
 * Somebody who sets the public breakdowns beside the public figures that they divide, and the same breakdown of one KPI
 * beside that of another, and knows which categories there are.
 */
final class BreakdownAttack {
    private static final Map<String, List<String>> PARTS = Map.of(
            "REF_RATE", List.of("REREF_12M_PCT", "REF_NFA_PCT", "REF_NOTNEED_PCT"),
            "CLA_CEASE_RATE", List.of("ADOPT_PCT", "SGO_PCT", "PERM_CEASED_PCT"),
            "CLA_RATE", List.of("CLA_FOSTER_PCT", "CLA_RESID_PCT", "CLA_OWN_FOSTER_PCT", "UASC_PCT"));

    /** One authority's KPI, or KPIs that share counts, on one day and by one column. */
    private record Table(String authority, String kpis, int period, String basis, String breakdown) {}

    /** Those counted in a category, or ({@code isRest}) those left out or, for a mean, all. */
    private record Part(String kpi, String category, boolean isRest) {}

    private record Row(Table table, String kpi, String category, long above, Optional<Long> rest) {}

    private final Map<Table, LinearKnowledge<Part>> knowledge = new LinkedHashMap<>();
    private final Map<Table, Map<Part, Long>> secrets = new HashMap<>();
    private final Map<Table, Set<String>> divided = new HashMap<>();
    private final Map<String, Set<String>> categories = new HashMap<>();

    void read(Connection connection) throws SQLException {
        knowledge.clear();
        secrets.clear();
        List<Row> truth = rows(connection, "mart.kpi_breakdown");
        List<Row> shown = rows(connection, "mart_public.kpi_breakdown where status <> 'suppressed'");
        for (Row row : truth) {
            categories
                    .computeIfAbsent(row.table().breakdown(), any -> new TreeSet<>())
                    .add(row.category());
            divided.computeIfAbsent(row.table(), any -> new TreeSet<>()).add(row.kpi());
            if (!row.table().basis().equals("r12")) {
                counts(row).forEach((part, count) -> {
                    if (count >= 1 && count <= 5) {
                        secrets.computeIfAbsent(row.table(), any -> new LinkedHashMap<>())
                                .put(part, count);
                    }
                });
            }
        }
        for (Row row : shown) {
            counts(row).forEach((part, count) -> {
                known(row.table()).sum(List.of(part), List.of(), count);
                secrets.getOrDefault(row.table(), new HashMap<>()).remove(part);
            });
        }
        nothingElse(connection, shown);
        totals(connection);
        for (Table table : new ArrayList<>(knowledge.keySet())) {
            identities(table);
        }
    }

    long secrets() {
        return secrets.values().stream().mapToLong(Map::size).sum();
    }

    Set<String> recovered() {
        Set<String> recovered = new TreeSet<>();
        knowledge.forEach((table, known) -> {
            known.narrow();
            secrets.getOrDefault(table, Map.of()).forEach((part, count) -> {
                if (known.tells(List.of(part))) {
                    recovered.add(table + " " + part + " " + count);
                }
            });
        });
        return recovered;
    }

    /** Where no others are hidden, a category without a row has nothing in it. */
    private void nothingElse(Connection connection, List<Row> shown) throws SQLException {
        Set<String> withOthers = new HashSet<>(Sql.of("""
                        select concat_ws(' ', authority_code, kpi_code, period_key, basis, breakdown)
                        from mart_public.kpi_breakdown
                        where status = 'suppressed'
                        """).list(connection, row -> row.getString(1)));
        Map<String, Set<String>> told = new HashMap<>();
        Map<String, Row> anyRow = new HashMap<>();
        for (Row row : shown) {
            Table table = row.table();
            String key = String.join(
                    " ",
                    table.authority(),
                    row.kpi(),
                    Integer.toString(table.period()),
                    table.basis(),
                    table.breakdown());
            told.computeIfAbsent(key, any -> new HashSet<>()).add(row.category());
            anyRow.put(key, row);
        }
        anyRow.forEach((key, row) -> {
            if (!withOthers.contains(key)) {
                for (String category : all(row.table())) {
                    if (!told.getOrDefault(key, Set.of()).contains(category)) {
                        known(row.table()).sum(List.of(new Part(row.kpi(), category, false)), List.of(), 0);
                        known(row.table()).sum(List.of(new Part(row.kpi(), category, true)), List.of(), 0);
                    }
                }
            }
        });
    }

    /** The categories of a table add up to the figure, where that is shown. */
    private void totals(Connection connection) throws SQLException {
        Map<String, long[]> figures = new HashMap<>();
        Sql.of("""
                        select concat_ws(' ', authority_code, kpi_code, period_key, basis), unit, numerator, n
                        from mart_public.scorecard
                        where numerator is not null
                        """)
                .list(
                        connection,
                        row -> figures.put(
                                row.getString(1),
                                new long[] {row.getLong(3), rest(row.getString(2), row.getLong(3), row.getLong(4))}));
        divided.forEach((table, kpis) -> {
            for (String kpi : kpis) {
                long[] figure = figures.get(
                        String.join(" ", table.authority(), kpi, Integer.toString(table.period()), table.basis()));
                if (figure != null) {
                    for (boolean isRest : new boolean[] {false, true}) {
                        known(table)
                                .sum(
                                        all(table).stream()
                                                .map(category -> new Part(kpi, category, isRest))
                                                .toList(),
                                        List.of(),
                                        figure[isRest ? 1 : 0]);
                    }
                }
            }
        });
    }

    private void identities(Table table) {
        Set<String> kpis = divided.getOrDefault(table, Set.of());
        for (String category : all(table)) {
            PARTS.forEach((whole, parts) -> {
                for (String part : parts) {
                    if (kpis.contains(whole) && kpis.contains(part)) {
                        known(table)
                                .sum(
                                        List.of(new Part(part, category, false), new Part(part, category, true)),
                                        List.of(new Part(whole, category, false)),
                                        0);
                    }
                }
            });
            if (kpis.containsAll(List.of("ADOPT_PCT", "SGO_PCT", "PERM_CEASED_PCT"))) {
                known(table)
                        .sum(
                                List.of(new Part("ADOPT_PCT", category, false), new Part("SGO_PCT", category, false)),
                                List.of(new Part("PERM_CEASED_PCT", category, false)),
                                0);
            }
        }
    }

    private Set<String> all(Table table) {
        return categories.getOrDefault(table.breakdown(), Set.of());
    }

    private LinearKnowledge<Part> known(Table table) {
        return knowledge.computeIfAbsent(table, any -> new LinearKnowledge<>());
    }

    private static Map<Part, Long> counts(Row row) {
        Map<Part, Long> counts = new LinkedHashMap<>();
        counts.put(new Part(row.kpi(), row.category(), false), row.above());
        row.rest().ifPresent(rest -> counts.put(new Part(row.kpi(), row.category(), true), rest));
        return counts;
    }

    private static long rest(String unit, long numerator, long n) {
        return unit.equals("percent") ? n - numerator : unit.equals("per_10000") || unit.equals("count") ? 0 : n;
    }

    private static String shared(String kpi) {
        return PARTS.entrySet().stream()
                .filter(entry -> entry.getKey().equals(kpi) || entry.getValue().contains(kpi))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(kpi);
    }

    private static List<Row> rows(Connection connection, String from) throws SQLException {
        return Sql.of("""
                        select part.*, definition.unit
                        from (select * from %s) as part
                        join kpi.definition as definition using (kpi_code)
                        where definition.is_current and definition.unit in ('percent', 'per_10000', 'count')
                        """.formatted(from))
                .list(
                        connection,
                        row -> new Row(
                                new Table(
                                        row.getString("authority_code"),
                                        shared(row.getString("kpi_code")),
                                        row.getInt("period_key"),
                                        row.getString("basis"),
                                        row.getString("breakdown")),
                                row.getString("kpi_code"),
                                row.getString("category"),
                                row.getLong("numerator"),
                                Optional.ofNullable(row.getBigDecimal("denominator"))
                                        .map(BigDecimal::longValueExact)
                                        .map(denominator -> {
                                            try {
                                                return denominator - row.getLong("numerator");
                                            } catch (SQLException e) {
                                                throw new IllegalStateException(e);
                                            }
                                        })));
    }
}
