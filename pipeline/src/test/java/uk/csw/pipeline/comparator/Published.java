package uk.csw.pipeline.comparator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** A database of its own with the shipped mappings, into which folders of published tables are loaded. */
final class Published {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final ReferenceData reference = ReferenceData.load(Shared.config());
    private final KpiCatalogue kpis = KpiCatalogue.load(Shared.config());

    Published() throws SQLException {
        InTransaction.run(database, reference::install);
    }

    List<FileReport> load(Path folder) throws SQLException {
        return load(folder, Shared.config());
    }

    List<FileReport> load(Path folder, Path config) throws SQLException {
        PublishedTables tables = PublishedTables.load(config, kpis);
        return InTransaction.run(database, connection -> {
            List<FileReport> reports =
                    new PublishedFolder(tables, reference.authorities(), NOW).load(connection, folder);
            PublishedComparison.run(connection, kpis);
            return reports;
        });
    }

    /** Reads the reference data anew, as after a change of configuration. */
    void reinstallReference() throws SQLException {
        InTransaction.run(database, connection -> {
            Sql.of("update ops.reference_state set fingerprint = ''").execute(connection);
            return reference.install(connection);
        });
    }

    /** The rows of a query, each as its columns with commas between, nothing for null. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sql.of("select concat_ws(', ', variadic array(select coalesce(value, '') from"
                            + " json_each_text(row_to_json(found)))) from (" + query + ") as found")
                    .list(connection, row -> row.getString(1));
        }
    }
}
