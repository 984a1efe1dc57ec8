package uk.csw.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;
import uk.csw.jobs.command.CswCommand;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.generate.Generator;
import uk.csw.pipeline.generate.GeneratorOptions;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

/** The whole program on a warehouse of its own, run by command line, in this JVM or in another that can be killed. */
public final class Installation {
    private final Path folder;
    private final PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.fresh();
    private final Inbox inbox;
    private Path config = Shared.config();

    public Installation(Path folder) {
        this(folder, new Inbox(folder.resolve("inbox")));
    }

    /** An installation that reads an inbox it may share with others. */
    public Installation(Path folder, Inbox inbox) {
        this.folder = folder;
        this.inbox = inbox;
        try {
            Files.createDirectories(folder);
            Files.createDirectories(inbox.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Inbox inbox() {
        return inbox;
    }

    public DataSource database() {
        return database;
    }

    /** Gives the installation a configuration of its own from now on; returns the folder. */
    public Path ownConfig() {
        try {
            config = Files.createTempDirectory(folder, "config");
            FileSystemUtils.copyRecursively(Shared.config(), config);
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes small synthetic returns of two authorities, four months with the year-end before them. */
    public Installation generate() {
        try {
            Path written = Files.createTempDirectory(folder, "generated");
            GeneratorOptions options = GeneratorOptions.of(
                            List.of(
                                    new GeneratedAuthority(805, "Hartlepool", 3_000),
                                    new GeneratedAuthority(806, "Middlesbrough", 4_000)),
                            YearMonth.of(2026, 4),
                            YearMonth.of(2026, 7))
                    .withYearEndReturns(1);
            new Generator(options).write(written);
            try (Stream<Path> months = Files.find(
                    written, 2, (path, attributes) -> written.relativize(path).getNameCount() == 2)) {
                months.forEach(month -> inbox.copy(
                        written.relativize(month).getName(0).toString(),
                        month.getFileName().toString(),
                        month));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Runs {@code csw nightly} in this JVM. */
    public Said nightly() {
        return csw("nightly", "--inbox", inbox.path().toString());
    }

    /** Runs {@code csw} with these arguments in this JVM. */
    public Said csw(String... arguments) {
        return csw(environment(), arguments);
    }

    private Said csw(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        int exit = CswCommand.commandLine(environment, writer, writer).execute(arguments(arguments));
        return new Said(exit, out.toString());
    }

    /** Runs {@code csw} in this JVM with a login, made for this alone, that is a member of {@code role}. */
    public Said cswAs(String role, String... arguments) {
        String login = role + "_of_" + database.getDatabaseName();
        execute("create role " + login + " login password 'a secret of tests' in role " + role);
        try {
            Map<String, String> environment = new HashMap<>(environment());
            environment.put("CSW_DB_USER", login);
            environment.put("CSW_DB_PASSWORD", "a secret of tests");
            return csw(environment, arguments);
        } finally {
            execute("drop role " + login);
        }
    }

    private void execute(String statement) {
        try {
            InTransaction.run(database, connection -> Sql.of(statement).execute(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts {@code csw nightly} in a JVM of its own. */
    public Process startNightly() throws IOException {
        return start("nightly", "--inbox", inbox.path().toString());
    }

    /** Starts {@code csw serve} in a JVM of its own, with metrics at any port. */
    public Process startServe() throws IOException {
        config = folder.resolve("config");
        FileSystemUtils.copyRecursively(Shared.config(), config);
        Path settings = config.resolve("settings.yaml");
        Files.writeString(settings, Files.readString(settings).replaceFirst("port: \\d+", "port: 0"));
        return start("serve", "--inbox", inbox.path().toString());
    }

    /** Starts {@code csw} with these arguments in a JVM of its own. */
    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Duser.timezone=Europe/London",
                "-cp",
                System.getProperty("java.class.path"),
                Csw.class.getName()));
        command.addAll(List.of(arguments(arguments)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile());
        builder.environment().putAll(environment());
        return builder.start();
    }

    /** The rows of a query, each as the text of its one column. */
    public List<String> rows(String query) {
        try {
            return InTransaction.run(
                    database, connection -> Sql.of(query).list(connection, row -> String.valueOf(row.getString(1))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number a query gives. */
    public long number(String query) {
        return Long.parseLong(rows(query).get(0));
    }

    /**
     * Everything that is published and the facts behind it, by table. Without the children's keys, which hang on the
     * secret of the installation, and without the numbers of deliveries, releases and targets, which count attempts, and
     * the time at which a target was installed.
     */
    public Map<String, List<String>> results() {
        Map<String, List<String>> results = new TreeMap<>();
        List<String> tables = rows("""
            select table_schema || '.' || table_name
            from information_schema.tables
            where table_type = 'BASE TABLE'
                and (table_schema = 'core' and table_name like 'fact%' or table_schema = 'kpi')
            """);
        for (String table : tables) {
            String columns = String.join(", ", rows("""
                select quote_ident(column_name)
                from information_schema.columns
                where table_schema || '.' || table_name = '%s'
                    and column_name not in
                        ('child_key', 'delivery_id', 'file_id', 'release_from', 'release_to', 'target_id', 'installed_at')
                order by ordinal_position
                """.formatted(table)));
            results.put(table, rows("select (" + columns + ")::text from " + table + " order by 1"));
        }
        return results;
    }

    private Map<String, String> environment() {
        String password = database.getPassword() == null ? "" : database.getPassword();
        return Map.of(
                "CSW_DB_URL",
                "jdbc:postgresql://" + database.getServerNames()[0] + ":" + database.getPortNumbers()[0] + "/"
                        + database.getDatabaseName(),
                "CSW_DB_USER",
                String.valueOf(database.getUser()),
                "CSW_DB_PASSWORD",
                password,
                "CSW_HOME",
                folder.resolve("home").toString());
    }

    private String[] arguments(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString()));
        return all.toArray(String[]::new);
    }

    /** What a command printed, and its exit code. */
    public record Said(int exit, String text) {}
}
