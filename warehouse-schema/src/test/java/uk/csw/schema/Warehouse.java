package uk.csw.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A migrated database of a test, with a calendar and three authorities when asked for. */
final class Warehouse {
    private final DataSource database;

    private Warehouse(DataSource database) {
        this.database = database;
    }

    static Warehouse empty() throws SQLException {
        return new Warehouse(EmptyDatabase.create(Template.NAME));
    }

    /** With months and days of 2024 to 2026 and the authorities 301, 302 (renamed in 2025) and 303. */
    static Warehouse withReferenceData() throws SQLException {
        Warehouse warehouse = empty();
        warehouse.run("""
                insert into core.dim_period
                select
                    to_char(month, 'yyyymm')::integer, to_char(month, 'FMMonth yyyy'), month::date,
                    (month + interval '1 month - 1 day')::date,
                    (extract(year from month) * 12 + extract(month from month))::integer,
                    'Q', month::date, '2026/27', 2027, month::date, 1, '2026/27'
                from generate_series(timestamp '2024-01-01', timestamp '2040-12-01', interval '1 month') as month
                """, """
                insert into core.dim_date
                select
                    day::date, to_char(day, 'yyyymm')::integer, extract(isodow from day),
                    extract(isodow from day) < 6,
                    sum(case when extract(isodow from day) < 6 then 1 else 0 end) over (order by day)
                from generate_series(timestamp '2024-01-01', timestamp '2040-12-31', interval '1 day') as day
                """, """
                insert into core.dim_authority
                values
                    (301, '301', 'E1', 'Northtown', 'N', 'North', 'North', 'UA', '2009-04-01', '9999-12-31', true),
                    (302, '302', 'E2', 'Oldham Parva', 'N', 'North', 'North', 'UA', '2009-04-01', '2025-03-31', true),
                    (302, '302', 'E3', 'Newham Parva', 'N', 'North', 'North', 'UA', '2025-04-01', '9999-12-31', true),
                    (303, '303', 'E4', 'Southtown', 'S', 'South', 'South', 'UA', '2009-04-01', '9999-12-31', true)
                """);
        return warehouse;
    }

    DataSource database() {
        return database;
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Every row as its columns joined by {@code |}, absent values as nothing. */
    List<String> rows(String query) throws SQLException {
        return rowsAs("postgres", query);
    }

    /** The same, as another role. */
    List<String> rowsAs(String role, String query) throws SQLException {
        List<String> result = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + role);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        String value = rows.getString(i);
                        columns.add(value == null ? "" : value);
                    }
                    result.add(String.join("|", columns));
                }
            }
        }
        return result;
    }

    /** Migrated once, with the first warehouse. */
    private static final class Template {
        private static final String NAME = migrated();

        private static String migrated() {
            try {
                DataSource database = EmptyDatabase.create();
                new SchemaInstaller().migrate(database);
                try (Connection connection = database.getConnection()) {
                    return connection.getCatalog();
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("Cannot migrate the template", failure);
            }
        }
    }
}
