package uk.csw.jobs.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The open warehouse database: a small pool of connections, and the embedded server behind it where there is one. */
public final class Database implements AutoCloseable {
    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final @Nullable EmbeddedDatabase embedded;

    private Database(DatabaseAddress address, HikariDataSource pool, @Nullable EmbeddedDatabase embedded) {
        this.address = address;
        this.pool = pool;
        this.embedded = embedded;
    }

    /**
     * Opens the server that {@code environment} names, or else the embedded one of {@code home}.
     *
     * @param program what is running, shown in the server's list of sessions
     * @throws DatabaseUnavailable when it cannot be reached or started
     */
    public static Database open(Path home, Map<String, String> environment, String program) {
        Optional<DatabaseAddress> server = ServerDatabase.in(environment);
        if (server.isPresent()) {
            return new Database(server.get(), pool(server.get(), program), null);
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.open(home);
        try {
            return new Database(embedded.address(), pool(embedded.address(), program), embedded);
        } catch (RuntimeException failure) {
            embedded.close();
            throw failure;
        }
    }

    /**
     * A pool of its own on the same database, for work whose sessions must be told apart from this one's. To be closed
     * before this one.
     *
     * @param program what its sessions do, shown in the server's list of sessions
     */
    public Database aside(String program) {
        return new Database(address, pool(address, program), null);
    }

    public DataSource dataSource() {
        return pool;
    }

    public DatabaseAddress address() {
        return address;
    }

    /** The login for analysts that an embedded database has; a server's administrator makes those of a server. */
    public Optional<DatabaseAddress> analyst() {
        return Optional.ofNullable(embedded).map(EmbeddedDatabase::analyst);
    }

    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private static HikariDataSource pool(DatabaseAddress address, String program) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("csw");
        config.setJdbcUrl(address.url());
        if (!address.user().isEmpty()) {
            config.setUsername(address.user());
        }
        if (!address.password().isEmpty()) {
            config.setPassword(address.password());
        }
        config.setMaximumPoolSize(Math.max(8, Runtime.getRuntime().availableProcessors() + 4));
        config.setMinimumIdle(1);
        config.setConnectionTimeout(20_000);
        config.addDataSourceProperty("ApplicationName", program);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // A server's detail quotes the row, and rows name children.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String reason = String.valueOf(cause.getMessage()).replaceFirst("\\.+$", "");
            throw new DatabaseUnavailable(
                    "The warehouse database at " + address + " cannot be reached: " + reason
                            + ". Check CSW_DB_URL, CSW_DB_USER and CSW_DB_PASSWORD, and that the server is running.",
                    e);
        }
    }
}
