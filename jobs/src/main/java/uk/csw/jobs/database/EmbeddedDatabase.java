package uk.csw.jobs.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;

/**
 * PostgreSQL kept in the home folder, for an installation without a server of its own. Data stay between runs; psql
 * and Power BI reach it on localhost while a program runs. Several programs may use one home at once.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String NAME = "csw";
    private static final String USER = "csw";
    private static final String ANALYST = "analyst";
    private static final int FIRST_PORT = 54329;
    private static final int PORTS_TO_TRY = 200;

    private final Path home;
    private final PostgresServer server;
    private final SharedUse use;
    private final DatabaseAddress address;

    private EmbeddedDatabase(Path home, PostgresServer server, SharedUse use, DatabaseAddress address) {
        this.home = home;
        this.server = server;
        this.use = use;
        this.address = address;
    }

    /**
     * Starts the server of {@code home}, or joins the one that another program started.
     *
     * @throws DatabaseUnavailable when it cannot be started
     */
    public static EmbeddedDatabase open(Path home) {
        try {
            Files.createDirectories(home.resolve("logs"));
            Path passwordFile = home.resolve("password");
            int[] port = new int[1];
            PostgresServer[] server = new PostgresServer[1];
            SharedUse use = SharedUse.join(home, () -> {
                createPasswordUnlessThere(passwordFile);
                PostgresBinaries binaries = PostgresBinaries.unpackedIn(home.resolve("postgres-18"));
                server[0] = new PostgresServer(
                        binaries, home.resolve("data"), home.resolve("logs").resolve("postgres.log"));
                server[0].createUnlessThere(USER, passwordFile);
                port[0] = server[0].runningPort();
                if (port[0] == 0) {
                    port[0] = freePort(home.resolve("port"));
                    server[0].start(port[0], ServerSettings.forMachine(memoryMegabytes()));
                }
                createDatabaseUnlessThere(port[0], Files.readString(passwordFile));
            });
            DatabaseAddress address = new DatabaseAddress(url(port[0], NAME), USER, Files.readString(passwordFile));
            return new EmbeddedDatabase(home, server[0], use, address);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL in " + home + " cannot be used: " + e.getMessage()
                            + ". Check that the folder is writable and the disk has room.",
                    e);
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    /**
     * The login with which analysts read the published views, made when there is none.
     *
     * @throws DatabaseUnavailable when it cannot be made
     */
    public DatabaseAddress analyst() {
        try {
            Path passwordFile = home.resolve("analyst-password");
            createPasswordUnlessThere(passwordFile);
            DatabaseAddress analyst = new DatabaseAddress(address.url(), ANALYST, Files.readString(passwordFile));
            try (Connection connection =
                            DriverManager.getConnection(address.url(), address.user(), address.password());
                    Statement statement = connection.createStatement()) {
                // The password is ours, in hexadecimal digits: nothing to escape.
                String login = " role " + ANALYST + " login password '" + analyst.password() + "'";
                boolean isThere = statement
                        .executeQuery("select 1 from pg_roles where rolname = '" + ANALYST + "'")
                        .next();
                statement.execute((isThere ? "alter" : "create") + login);
                statement.execute("grant csw_analyst to " + ANALYST);
            }
            writeForOwner(home.resolve("pgpass"), passwordLine(address) + passwordLine(analyst));
            return analyst;
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailable("The login for analysts cannot be made: " + e.getMessage(), e);
        }
    }

    /** Leaves the server to the other programs that use it, or stops it. */
    @Override
    public void close() {
        try {
            use.leave(server::stop);
        } catch (IOException e) {
            throw new DatabaseUnavailable("The embedded PostgreSQL did not stop cleanly: " + e.getMessage(), e);
        }
    }

    private static void createDatabaseUnlessThere(int port, String password) throws IOException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), login);
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = 'csw'")
                    .next()) {
                statement.execute("create database csw");
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The port used last time or the usual one; when another program has taken it, the next free one, remembered. */
    private static int freePort(Path remembered) throws IOException {
        int first = Files.exists(remembered)
                ? Integer.parseInt(Files.readString(remembered).trim())
                : FIRST_PORT;
        for (int port = first; port < first + PORTS_TO_TRY; port++) {
            if (isFree(port)) {
                Files.writeString(remembered, port + "\n");
                return port;
            }
        }
        throw new IOException("no free port from " + first + " to " + (first + PORTS_TO_TRY - 1));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void createPasswordUnlessThere(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] secret = new byte[16];
            new SecureRandom().nextBytes(secret);
            writeForOwner(file, HexFormat.of().formatHex(secret));
        }
    }

    /** A line of a password file as psql reads it. */
    private static String passwordLine(DatabaseAddress login) {
        return "localhost:" + login.port() + ":*:" + login.user() + ":" + login.password() + "\n";
    }

    private static void writeForOwner(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(unfinished);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    private static long memoryMegabytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize() >> 20
                : 4096;
    }
}
