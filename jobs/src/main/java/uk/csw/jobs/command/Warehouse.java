package uk.csw.jobs.command;

import java.util.Optional;
import javax.sql.DataSource;
import uk.csw.jobs.database.Database;
import uk.csw.jobs.database.DatabaseAddress;
import uk.csw.schema.SchemaInstaller;

/** The warehouse database, open and at this program's schema, closed also when the program is interrupted. */
final class Warehouse implements AutoCloseable {
    private final Database database;
    private final Thread atExit;

    private Warehouse(Database database) {
        this.database = database;
        this.atExit = new Thread(database::close, "close-database");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Opens the database and brings its schema up to date. */
    static Warehouse open(CswCommand csw, String program) {
        Warehouse warehouse = unmigrated(csw, program);
        try {
            new SchemaInstaller().migrate(warehouse.dataSource());
            return warehouse;
        } catch (RuntimeException failure) {
            warehouse.close();
            throw failure;
        }
    }

    /** Opens the database with whatever schema it has. */
    static Warehouse unmigrated(CswCommand csw, String program) {
        return new Warehouse(Database.open(csw.home().folder(), csw.environment(), "csw " + program));
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
}
