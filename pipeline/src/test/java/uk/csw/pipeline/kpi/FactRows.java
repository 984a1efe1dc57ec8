package uk.csw.pipeline.kpi;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Shared;

/** Puts fact rows, coverage, population and neighbours into a test warehouse, without the stages before. */
public final class FactRows {
    private static final Map<String, String> CARE =
            Map.of("start_date", "2010-01-01", "new_episode_reason", "S", "legal_status", "C2", "placement_type", "U6");

    private static final List<String> NUMBERS = List.of(
            "episode_no",
            "span_no",
            "referral_no",
            "assessment_no",
            "enquiry_no",
            "plan_no",
            "contact_no",
            "return_no",
            "case_no",
            "household_no",
            "adopter_no");

    private final Connection connection;
    private long lastChild = 1000;
    private int lastRow;

    public FactRows(Connection connection) {
        this.connection = connection;
    }

    /** The calendar, and the groups that placements belong to. */
    public FactRows reference() throws SQLException {
        Sql.file(FactRows.class, "calendar.sql").execute(connection);
        try (var reader = Files.newBufferedReader(Shared.config().resolve("codes/placement_type.csv"))) {
            for (CSVRecord code : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                Sql.of("""
                                insert into core.dim_code
                                values ('placement_type', :code, :name, :group, :group, 0,
                                    coalesce(nullif(:from, ''), '0001-01-01')::date,
                                    coalesce(nullif(:to, ''), '9999-12-31')::date)
                                """)
                        .with("code", code.get("code"))
                        .with("name", code.get("name"))
                        .with("group", code.get("group_code"))
                        .with("from", code.get("valid_from"))
                        .with("to", code.get("valid_to"))
                        .execute(connection);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Says, as conforming would, that any month of any fact may have changed since what is shown was measured. */
    public FactRows changed() throws SQLException {
        for (CountedFact fact : CountedFact.values()) {
            List<String> dates = fact.isStock() ? List.of("") : fact.dateColumns();
            for (String date : dates) {
                changed(fact.tableName(), date, "select distinct period_key from core.coverage");
            }
        }
        for (String entity : Arrays.stream(CountedFact.values())
                .flatMap(fact -> fact.entities().stream())
                .distinct()
                .toList()) {
            changed(
                    "coverage",
                    entity,
                    "select distinct period_key from core.coverage union select period_key from kpi.value");
        }
        return this;
    }

    private void changed(String fact, String datedBy, String months) throws SQLException {
        Sql.of("insert into core.changed_fact (fact, dated_by, authority_key, period_key)"
                        + " select :fact, :dated_by, authority_key, period_key"
                        + " from kpi.shown_authority cross join (" + months + ") as month"
                        + " on conflict (authority_key, fact, dated_by, period_key) do update set is_measured = false")
                .with("fact", fact)
                .with("dated_by", datedBy)
                .execute(connection);
    }

    /** Every month from one to the other is covered by a delivery in force. */
    public FactRows covers(int authority, String entity, YearMonth from, YearMonth to) throws SQLException {
        Sql.of("""
                        insert into core.coverage (authority_key, entity, period_key, covered_from)
                        select :authority, :entity, period_key, :from
                        from core.dim_period
                        where period_key between :from and :to
                        """)
                .with("authority", authority)
                .with("entity", entity)
                .with("from", key(from))
                .with("to", key(to))
                .execute(connection);
        return this;
    }

    /** The authority has so many children aged 0 to 17 at mid-year. */
    public FactRows population(int authority, int midYear, int children) throws SQLException {
        Sql.of("insert into core.population values (:authority::text, :year, :children, 'test')")
                .with("authority", authority)
                .with("year", midYear)
                .with("children", children)
                .execute(connection);
        return this;
    }

    /** The authority's statistical neighbours, nearest first. */
    public FactRows neighbours(String model, int authority, int... members) throws SQLException {
        for (int i = 0; i < members.length; i++) {
            Sql.of("insert into core.neighbour values (:model, :authority, :member, :rank, 'Close')")
                    .with("model", model)
                    .with("authority", authority)
                    .with("member", members[i])
                    .with("rank", i + 1)
                    .execute(connection);
        }
        return this;
    }

    /** A comparison group of the authority's, from one day to another. */
    public FactRows group(String code, String edition, String from, String to, int authority, int... members)
            throws SQLException {
        Sql.of("insert into core.comparison_group values (:code, :name) on conflict do nothing")
                .with("code", code)
                .with("name", "Our " + code)
                .execute(connection);
        for (int member : members) {
            Sql.of("""
                            insert into core.comparison_group_member
                            values (:code, :edition, :authority, :member, :from::date, :to::date)
                            """)
                    .with("code", code)
                    .with("edition", edition)
                    .with("authority", authority)
                    .with("member", member)
                    .with("from", from)
                    .with("to", to)
                    .execute(connection);
        }
        return this;
    }

    /** {@code times} children with a row of {@code columns}; what is left out is false, zero or not known. */
    public FactRows add(CountedFact fact, int authority, int times, Map<String, String> columns) throws SQLException {
        return add(fact, authority, List.of(new KpiExample.Row(times, Optional.empty(), columns)), columns);
    }

    /** The rows of an example; {@code further} columns for each of them. */
    FactRows add(CountedFact fact, int authority, List<KpiExample.Row> rows, Map<String, String> further)
            throws SQLException {
        Map<String, String> nothingKnown = nothingKnown(fact);
        List<Map<String, String>> filled = new ArrayList<>();
        for (KpiExample.Row row : rows) {
            for (int i = 0; i < row.times(); i++) {
                Map<String, String> columns = new TreeMap<>(nothingKnown);
                columns.putAll(fact == CountedFact.CARE_EPISODE ? CARE : Map.of());
                columns.putAll(further);
                columns.putAll(row.columns());
                columns.put("authority_key", Integer.toString(authority));
                columns.put(
                        "child_key",
                        Long.toString(row.child().map(Integer::longValue).orElse(++lastChild)));
                lastRow++;
                NUMBERS.stream()
                        .filter(number -> !row.columns().containsKey(number))
                        .forEach(number -> columns.put(number, Integer.toString(lastRow)));
                filled.add(columns);
            }
        }
        Sql.of("insert into " + fact.table() + " select * from jsonb_populate_recordset(null::" + fact.table()
                        + ", :rows::jsonb)")
                .with("rows", JsonMapper.shared().writeValueAsString(filled))
                .execute(connection);
        return this;
    }

    /** A value for every column that must have one. */
    private Map<String, String> nothingKnown(CountedFact fact) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        Sql.of("""
                        select column_name, data_type
                        from information_schema.columns
                        where table_schema || '.' || table_name = :table and is_nullable = 'NO'
                        """)
                .with("table", fact.table())
                .list(connection, row -> columns.put(row.getString(1), nothing(row.getString(2))));
        return columns;
    }

    private static String nothing(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "text" -> "not known";
            case "date" -> "2010-01-01";
            default -> "0";
        };
    }

    static int key(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
