package uk.csw.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Creates the warehouse in an empty PostgreSQL database and upgrades it later. Everything happens in one transaction:
 * readers see the old schema or the new one, and a failure or a kill leaves the old one. Several nodes may start at
 * once: one migrates, the others wait for it and find nothing to do. What could not be done, such as creating a role, is
 * logged as a warning under {@code uk.csw.schema}.
 */
public final class SchemaInstaller {
    /** Any number that nobody else locks on in this database: "csw" in ASCII, and a one. */
    private static final long MIGRATION_LOCK = 0x63_73_77_01L;

    private final System.Logger log = System.getLogger(SchemaInstaller.class.getPackageName());
    private final Changelog changelog;

    /** Installs the schema that this library carries. */
    public SchemaInstaller() {
        this(new Changelog(SchemaInstaller.class.getClassLoader()));
    }

    SchemaInstaller(Changelog changelog) {
        this.changelog = changelog;
    }

    /**
     * Brings the database to this schema. Costs one query when there is nothing to do.
     *
     * @return how many changesets were run; 0 when the database was up to date
     * @throws SchemaFailure when a changeset fails; the database is then as it was
     */
    public int migrate(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return migrate(connection);
        } catch (SQLException failure) {
            throw new SchemaFailure("Cannot reach the database", failure);
        }
    }

    /** As {@link #migrate(DataSource)}; the connection must not have a transaction open, and stays open. */
    public int migrate(Connection connection) {
        String hash = changelog.hash();
        return new OneTransaction(connection).run(inside -> {
            if (SchemaState.isAt(inside, hash)) {
                return 0;
            }
            SchemaState.lock(inside, MIGRATION_LOCK);
            if (SchemaState.isAt(inside, hash)) {
                return 0;
            }
            SchemaState.prepare(inside);
            int changes = changelog.update(inside);
            SchemaState.grantAccess(inside).forEach(warning -> log.log(System.Logger.Level.WARNING, warning));
            SchemaState.record(inside, hash, changelog.views());
            return changes;
        });
    }

    /**
     * What {@link #migrate} would do.
     *
     * @return one line per changeset that is still to be run, in order; empty when the database is up to date
     */
    public List<String> status(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return status(connection);
        } catch (SQLException failure) {
            throw new SchemaFailure("Cannot reach the database", failure);
        }
    }

    /** As {@link #status(DataSource)}; changes nothing. */
    public List<String> status(Connection connection) {
        String hash = changelog.hash();
        return new OneTransaction(connection).preview(inside -> {
            if (SchemaState.isAt(inside, hash)) {
                return List.of();
            }
            SchemaState.prepare(inside);
            return changelog.pending(inside);
        });
    }
}
