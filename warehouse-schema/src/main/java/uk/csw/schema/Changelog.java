package uk.csw.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.FastCheckService;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The changelog of the warehouse as Liquibase sees it: the root file and every file it names. */
final class Changelog {
    private static final String ROOT = "db/changelog/root.yaml";
    private static final Pattern NAMED_FILE = Pattern.compile("(?:file|path): *(db/[\\w/.-]+)");

    /** Liquibase reports every changeset at INFO; held here because loggers are only weakly referenced elsewhere. */
    private final Logger liquibaseLog = Logger.getLogger("liquibase");

    /** Prints the text and the stack of a failure that is thrown as well. */
    private final Logger failureLog = Logger.getLogger("liquibase.changelog");

    private final ClassLoader resources;

    Changelog(ClassLoader resources) {
        this.resources = resources;
    }

    /** SHA-256 over the root file and every file it names: any change to tables or views changes it. */
    String hash() {
        MessageDigest digest = sha256();
        for (String file : files()) {
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            digest.update(read(file).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Runs what is still to be run; returns how many changesets that was. */
    int update(Connection connection) throws LiquibaseException {
        return inScope(connection, liquibase -> {
            int changes = unrun(liquibase).size();
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts(), new LabelExpression());
            return changes;
        });
    }

    /** What is still to be run, one line per changeset. */
    List<String> pending(Connection connection) throws LiquibaseException {
        return inScope(
                connection,
                liquibase -> unrun(liquibase).stream()
                        .map(change -> change.getId() + " (" + change.getFilePath() + ")")
                        .toList());
    }

    /** The root file and every file it names, in the order they are run. */
    List<String> files() {
        List<String> files = new ArrayList<>(List.of(ROOT));
        Matcher named = NAMED_FILE.matcher(read(ROOT));
        while (named.find()) {
            files.add(named.group(1));
        }
        return files;
    }

    /** The views that are rebuilt together, in the order in which they build upon each other. */
    List<PublishedView> views() {
        return files().stream()
                .filter(PublishedView::isIn)
                .map(PublishedView::of)
                .toList();
    }

    /** The text of one of {@link #files()}, lines ended by {@code \n} alone. */
    String read(String file) {
        try (InputStream in = resources.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The changelog names " + file + ", which is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot read " + file, failure);
        }
    }

    private static List<ChangeSet> unrun(Liquibase liquibase) throws LiquibaseException {
        return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression());
    }

    private <T> T inScope(Connection connection, Work<T> work) throws LiquibaseException {
        liquibaseLog.setLevel(Level.WARNING);
        failureLog.setLevel(Level.OFF);
        Map<String, Object> quietly =
                Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false);
        try {
            return Scope.child(quietly, () -> {
                forgetOtherDatabases();
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                database.setLiquibaseSchemaName("ops");
                Liquibase liquibase = new Liquibase(ROOT, new ClassLoaderResourceAccessor(resources), database);
                liquibase.setChangeLogParameter("changelogHash", hash());
                return work.run(liquibase);
            });
        } catch (LiquibaseException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new LiquibaseException(failure);
        }
    }

    /** Liquibase remembers for the life of the JVM which databases are up to date; ours may have been replaced. */
    private static void forgetOtherDatabases() {
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .resetAll();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Work to do with Liquibase. */
    @FunctionalInterface
    private interface Work<T> {
        T run(Liquibase liquibase) throws LiquibaseException;
    }
}
