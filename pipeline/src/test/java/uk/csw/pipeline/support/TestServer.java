package uk.csw.pipeline.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The server that all tests of this JVM share; stopped with the JVM, unless it was there before. */
final class TestServer {
    private final UnaryOperator<PGSimpleDataSource> address;

    private TestServer(UnaryOperator<PGSimpleDataSource> address) {
        this.address = address;
    }

    static TestServer shared() {
        return Holder.SHARED;
    }

    DataSource database(String name) {
        PGSimpleDataSource database = address.apply(new PGSimpleDataSource());
        database.setDatabaseName(name);
        return database;
    }

    private static TestServer start() {
        String url = System.getenv("CSW_TEST_DB_URL");
        if (url != null && !url.isBlank()) {
            return new TestServer(database -> {
                database.setUrl(url);
                return database;
            });
        }
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    @SuppressWarnings("resource") // The container stops with the JVM.
    private static TestServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
        container.start();
        return new TestServer(database -> {
            database.setServerNames(new String[] {container.getHost()});
            database.setPortNumbers(new int[] {container.getMappedPort(5432)});
            database.setUser(container.getUsername());
            database.setPassword(container.getPassword());
            return database;
        });
    }

    private static TestServer embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            return new TestServer(database -> {
                database.setServerNames(new String[] {"localhost"});
                database.setPortNumbers(new int[] {server.getPort()});
                database.setUser("postgres");
                return database;
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start the embedded PostgreSQL", failure);
        }
    }

    /** Started with the first test that needs it. */
    private static final class Holder {
        private static final TestServer SHARED = start();
    }
}
