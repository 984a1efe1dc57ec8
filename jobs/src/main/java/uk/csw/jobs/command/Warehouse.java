package uk.csw.jobs.command;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import uk.csw.jobs.database.Database;
import uk.csw.jobs.database.DatabaseAddress;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.schema.SchemaInstaller;

/** The warehouse database, open and at this program's schema, closed also when the program is interrupted. */
final class Warehouse implements AutoCloseable {
    /** Who may read the figures, small numbers unhidden. */
    static final String FIGURE_READERS = "csw_dashboard or csw_analyst";

    /** Who may read a row per child, family or household. */
    static final String ROW_READERS = "csw_analyst";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";

    private final Database database;
    private final Thread atExit;

    private Warehouse(Database database) {
        this.database = database;
        this.atExit = new Thread(database::close, "close-database");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @throws UsageProblem when the login only reads
     */
    static Warehouse open(CswCommand csw, String program) {
        return connected(csw, program, warehouse -> {
            warehouse.refuseReaders();
            new SchemaInstaller().migrate(warehouse.dataSource());
        });
    }

    /** Opens the database to read what is published; brings its schema up to date unless the login only reads. */
    static Warehouse forReading(CswCommand csw, String program) {
        return connected(csw, program, warehouse -> {
            if (!warehouse.onlyReads()) {
                new SchemaInstaller().migrate(warehouse.dataSource());
            }
        });
    }

    /**
     * Opens the database with whatever schema it has.
     *
     * @throws UsageProblem when the login only reads
     */
    static Warehouse unmigrated(CswCommand csw, String program) {
        return connected(csw, program, Warehouse::refuseReaders);
    }

    private static Warehouse connected(CswCommand csw, String program, Preparation preparation) {
        Warehouse warehouse = new Warehouse(Database.open(csw.home().folder(), csw.environment(), "csw " + program));
        try {
            preparation.of(warehouse);
            return warehouse;
        } catch (SQLException failure) {
            throw warehouse.closedFor(new IllegalStateException("The rights of the login cannot be read", failure));
        } catch (RuntimeException failure) {
            throw warehouse.closedFor(failure);
        }
    }

    /** Closes; what goes wrong with that does not hide the failure. */
    private RuntimeException closedFor(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }

    private void refuseReaders() throws SQLException {
        if (onlyReads()) {
            throw new UsageProblem(
                    "The login " + address().user() + " only reads: it cannot do this. Set CSW_DB_USER and"
                            + " CSW_DB_PASSWORD to the owner of the database or a member of csw_loader.");
        }
    }

    /** Whether the warehouse is there, but its inner tables are closed to this login. */
    private boolean onlyReads() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet closed = statement.executeQuery("""
                        select exists (
                            select 1
                            from pg_catalog.pg_namespace
                            where
                                nspname = 'ops'
                                and not has_schema_privilege(oid, 'usage')
                        )
                        """)) {
            return closed.next() && closed.getBoolean(1);
        }
    }

    /**
     * Reads in one transaction.
     *
     * @param what what is read, to be named when the login may not
     * @param roles the roles whose members may, in words
     * @throws UsageProblem when the login may not
     */
    <T> T read(String what, String roles, InTransaction.Work<T> work) throws SQLException {
        try {
            return InTransaction.run(dataSource(), work);
        } catch (SQLException failure) {
            switch (String.valueOf(failure.getSQLState())) {
                case INSUFFICIENT_PRIVILEGE ->
                    throw new UsageProblem("The login " + address().user() + " may not read " + what
                            + ". That takes a member of " + roles
                            + ": if it is right for this login, ask whoever runs the"
                            + " database to grant it that role.");
                case UNDEFINED_TABLE, UNDEFINED_COLUMN ->
                    throw new UsageProblem("The database is not at the schema of this program: " + failure.getMessage()
                            + ". Ask whoever loads it which version to use; the owner brings it up to date with csw schema"
                            + " migrate.");
                default -> throw failure;
            }
        }
    }

    /** Sessions for one night inside a program that does other things too; by their name a later night knows them. */
    Database forNight() {
        return database.aside("csw night");
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    DatabaseAddress address() {
        return database.address();
    }

    /** The login for analysts, where the database is an embedded one. */
    Optional<DatabaseAddress> analyst() {
        return database.analyst();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            return;
        }
        database.close();
    }

    /** What is done with a database before it is used. */
    private interface Preparation {
        void of(Warehouse warehouse) throws SQLException;
    }
}
