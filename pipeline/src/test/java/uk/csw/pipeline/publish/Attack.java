package uk.csw.pipeline.publish;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Somebody who reads all of {@code mart_public} at every release, knows how each figure is made up of months and which KPIs
 * are sums of others, and tries to work out counts that are hidden. What cannot be told apart from its neighbours by
 * {@link LinearKnowledge} stays hidden.
 */
final class Attack {
    /** Percentages of what a rate counts: those counted and those not are together the rate's count. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "REF_RATE", List.of("REREF_12M_PCT", "REF_NFA_PCT", "REF_NOTNEED_PCT"),
            "CLA_CEASE_RATE", List.of("ADOPT_PCT", "SGO_PCT", "PERM_CEASED_PCT"));

    private static final Map<String, String> COMPONENT = Map.of(
            "REF_RATE", "referral",
            "REREF_12M_PCT", "referral",
            "REF_NFA_PCT", "referral",
            "REF_NOTNEED_PCT", "referral",
            "CLA_RATE", "care",
            "CLA_START_RATE", "care",
            "CLA_CEASE_RATE", "care",
            "ADOPT_PCT", "care",
            "SGO_PCT", "care",
            "PERM_CEASED_PCT", "care");

    /** One count of one month: those counted, or ({@code isRest}) those left out or, for a median, all. */
    private record Atom(String authority, String kpi, boolean isRest, int month, int release) {}

    /** A figure of one release. */
    private record Cell(String authority, String kpi, String basis, int period, int release) {}

    /** A count behind a figure that is hidden, and what it really is. */
    private record Secret(Cell cell, boolean isRest, List<Atom> atoms, long count) {}

    private record Row(
            Cell cell,
            String unit,
            String status,
            Optional<Long> numerator,
            Optional<Long> n,
            boolean hasValue,
            Optional<Integer> previousPeriod,
            boolean hasPrevious,
            Optional<Integer> lastYearPeriod,
            boolean hasLastYear,
            boolean hasNeighbours,
            String texts) {}

    private final Map<String, LinearKnowledge<Atom>> knowledge = new LinkedHashMap<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final Set<Cell> hidden = new HashSet<>();
    private final Set<String> given = new TreeSet<>();
    private int release;

    /** Reads what is public now, and (to judge by) the true figures. */
    void read(Connection connection, int firstMonth, int lastMonth) throws SQLException {
        release++;
        Set<String> stock = new HashSet<>(Sql.of("select kpi_code from kpi.definition where is_current and is_stock")
                .list(connection, row -> row.getString(1)));
        List<Row> rows = rows(connection);
        rows.stream().filter(row -> row.status().equals("suppressed")).forEach(row -> hidden.add(row.cell()));
        for (Row row : rows) {
            Cell cell = row.cell();
            LinearKnowledge<Atom> known = known(cell.authority(), cell.kpi());
            boolean isPosition = stock.contains(cell.kpi()) || cell.basis().equals("snapshot");
            List<Atom> above = atoms(cell, false, isPosition);
            List<Atom> rest = atoms(cell, true, isPosition);
            row.numerator().filter(any -> !isMedian(row.unit())).ifPresent(count -> known.sum(above, List.of(), count));
            if (row.unit().equals("percent")) {
                row.n().ifPresent(count -> known.sum(concat(above, rest), List.of(), count));
            } else if (isMedian(row.unit())) {
                row.n().ifPresent(count -> known.sum(rest, List.of(), count));
            }
            giveAway(row);
        }
        trueCounts(connection, stock);
        for (String authority :
                rows.stream().map(row -> row.cell().authority()).distinct().toList()) {
            for (int month = firstMonth; month <= lastMonth; month++) {
                identities(authority, month, firstMonth);
            }
        }
        neighbours(connection, rows);
    }

    /** The counts of a referral KPI did not change in these months since the release before, and the reader knows it. */
    void isUnchanged(String authority, String kpi, int month) {
        for (boolean isRest : new boolean[] {false, true}) {
            known(authority, kpi)
                    .sum(
                            List.of(new Atom(authority, kpi, isRest, month, release)),
                            List.of(new Atom(authority, kpi, isRest, month, release - 1)),
                            0);
        }
    }

    int secrets() {
        return secrets.size();
    }

    /** What was worked out: figures, with the counts from 1 to 5 that they hide. */
    Set<String> recovered() {
        Set<String> recovered = new TreeSet<>(given);
        knowledge.forEach((name, known) -> {
            known.narrow();
            for (Secret secret : secrets) {
                if (known == known(secret.cell().authority(), secret.cell().kpi()) && known.tells(secret.atoms())) {
                    recovered.add(secret.cell() + (secret.isRest() ? " leaves out " : " counts ") + secret.count());
                }
            }
        });
        return recovered;
    }

    private LinearKnowledge<Atom> known(String authority, String kpi) {
        return knowledge.computeIfAbsent(authority + COMPONENT.getOrDefault(kpi, kpi), name -> new LinearKnowledge<>());
    }

    private void giveAway(Row row) {
        Cell cell = row.cell();
        if (hidden.contains(cell)
                && (row.hasValue()
                        || row.numerator().isPresent()
                        || row.n().isPresent()
                        || row.texts().matches(".*[0-9].*"))) {
            given.add(cell + " in its own row");
        }
        row.previousPeriod()
                .map(period -> new Cell(cell.authority(), cell.kpi(), cell.basis(), period, release))
                .filter(before -> row.hasPrevious() && hidden.contains(before))
                .ifPresent(before -> given.add(before + " as the previous period's"));
        row.lastYearPeriod()
                .map(period -> new Cell(cell.authority(), cell.kpi(), cell.basis(), period, release))
                .filter(before -> row.hasLastYear() && hidden.contains(before))
                .ifPresent(before -> given.add(before + " as last year's"));
    }

    /** Of a mean of which all members but one are shown, that one is known. */
    private void neighbours(Connection connection, List<Row> rows) throws SQLException {
        Map<String, List<String>> members = new HashMap<>();
        Sql.of("select authority_key::text, neighbour_key::text from core.neighbour")
                .list(
                        connection,
                        row -> members.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                                .add(row.getString(2)));
        for (Row row : rows) {
            if (row.hasNeighbours()) {
                List<Cell> unknown = members.getOrDefault(row.cell().authority(), List.of()).stream()
                        .map(member -> new Cell(
                                member,
                                row.cell().kpi(),
                                row.cell().basis(),
                                row.cell().period(),
                                release))
                        .filter(hidden::contains)
                        .toList();
                if (unknown.size() == 1) {
                    given.add(unknown.get(0) + " as the last member of a mean");
                }
            }
        }
    }

    private void identities(String authority, int month, int firstMonth) {
        PARTS.forEach((whole, parts) -> {
            for (String part : parts) {
                known(authority, part)
                        .sum(
                                List.of(atom(authority, part, false, month), atom(authority, part, true, month)),
                                List.of(atom(authority, whole, false, month)),
                                0);
            }
        });
        LinearKnowledge<Atom> care = known(authority, "CLA_RATE");
        care.sum(
                List.of(atom(authority, "ADOPT_PCT", false, month), atom(authority, "SGO_PCT", false, month)),
                List.of(atom(authority, "PERM_CEASED_PCT", false, month)),
                0);
        if (month > firstMonth) {
            care.sum(
                    List.of(
                            atom(authority, "CLA_RATE", false, month - 1),
                            atom(authority, "CLA_START_RATE", false, month)),
                    List.of(atom(authority, "CLA_RATE", false, month), atom(authority, "CLA_CEASE_RATE", false, month)),
                    0);
        }
    }

    private Atom atom(String authority, String kpi, boolean isRest, int month) {
        return new Atom(authority, kpi, isRest, month, release);
    }

    private List<Atom> atoms(Cell cell, boolean isRest, boolean isPosition) {
        int last = cell.period() / 100 * 12 + cell.period() % 100 - 1;
        int months = switch (isPosition ? "month" : cell.basis()) {
            case "month" -> 1;
            case "quarter" -> 3;
            case "ytd" -> (last + 9) % 12 + 1;
            default -> 12;
        };
        List<Atom> atoms = new ArrayList<>();
        for (int month = last - months + 1; month <= last; month++) {
            atoms.add(new Atom(cell.authority(), cell.kpi(), isRest, month, cell.release()));
        }
        return atoms;
    }

    private void trueCounts(Connection connection, Set<String> stock) throws SQLException {
        Sql.of("""
                        select figure.kpi_code, figure.authority_code, figure.basis, figure.period_key,
                            figure.numerator::bigint, figure.denominator::bigint, definition.unit
                        from mart.kpi_value as figure
                        join kpi.definition as definition using (kpi_code, definition_version)
                        """).list(connection, row -> {
            Cell cell = new Cell(row.getString(2), row.getString(1), row.getString(3), row.getInt(4), release);
            String unit = row.getString(7);
            long numerator = row.getLong(5);
            long denominator = row.getLong(6);
            boolean isPosition = stock.contains(cell.kpi()) || cell.basis().equals("snapshot");
            if (hidden.contains(cell)) {
                if (!isMedian(unit)) {
                    keep(new Secret(cell, false, atoms(cell, false, isPosition), numerator));
                }
                if (unit.equals("percent") || isMedian(unit)) {
                    long rest = isMedian(unit) ? denominator : denominator - numerator;
                    keep(new Secret(cell, true, atoms(cell, true, isPosition), rest));
                }
            }
            return cell;
        });
    }

    private void keep(Secret secret) {
        if (secret.count() >= 1 && secret.count() <= 5) {
            secrets.add(secret);
        }
    }

    private List<Row> rows(Connection connection) throws SQLException {
        return Sql.of("""
                        select authority_code, kpi_code, basis, period_key, unit, status, numerator, n, value,
                            previous_period_key, previous_value, last_year_period_key, last_year_value, neighbours_value,
                            concat_ws(' ', value_text, rag_reason, short_arrow_text, long_arrow_text, projection_text,
                                band, commentary, interval_low, interval_high, target, projection_low, rank,
                                neighbours_rank) as texts
                        from mart_public.scorecard
                        """)
                .list(
                        connection,
                        row -> new Row(
                                new Cell(
                                        row.getString("authority_code"),
                                        row.getString("kpi_code"),
                                        row.getString("basis"),
                                        row.getInt("period_key"),
                                        release),
                                row.getString("unit"),
                                row.getString("status"),
                                Optional.ofNullable(row.getBigDecimal("numerator"))
                                        .map(BigDecimal::longValueExact),
                                Optional.ofNullable(row.getBigDecimal("n")).map(BigDecimal::longValueExact),
                                row.getBigDecimal("value") != null,
                                Optional.of(row.getInt("previous_period_key")).filter(period -> period > 0),
                                row.getBigDecimal("previous_value") != null,
                                Optional.of(row.getInt("last_year_period_key")).filter(period -> period > 0),
                                row.getBigDecimal("last_year_value") != null,
                                row.getBigDecimal("neighbours_value") != null,
                                row.getString("texts")));
    }

    private static boolean isMedian(String unit) {
        return Arrays.asList("working_days", "days", "score", "cases").contains(unit);
    }

    private static <T> List<T> concat(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
