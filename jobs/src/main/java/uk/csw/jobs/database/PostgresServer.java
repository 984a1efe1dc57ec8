package uk.csw.jobs.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One PostgreSQL server on one data folder: creates it, starts it, finds a running one, stops it.
 * It listens on localhost alone and asks for a password.
 */
final class PostgresServer {
    private static final long PATIENCE_SECONDS = 300;
    private static final long PATIENCE_TO_STOP_SECONDS = 60;

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    PostgresServer(PostgresBinaries binaries, Path data, Path log) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    /** Creates an empty cluster owned by {@code user}; it appears complete or not at all. */
    void createUnlessThere(String user, Path passwordFile) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(data.getParent());
        run(
                "initdb",
                "--pgdata=" + unfinished.toAbsolutePath(),
                "--username=" + user,
                "--pwfile=" + passwordFile.toAbsolutePath(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Files.move(unfinished, data);
    }

    /** Starts it on {@code port} with {@code settings} and waits until it takes connections. */
    void start(int port, ServerSettings settings) throws IOException {
        dropStaleProcessFile();
        Files.writeString(data.resolve("postgresql.auto.conf"), settings.text(port), StandardCharsets.UTF_8);
        run(
                "pg_ctl",
                "--pgdata=" + data.toAbsolutePath(),
                "--log=" + log.toAbsolutePath(),
                "--wait",
                "--timeout=" + PATIENCE_SECONDS,
                "start");
    }

    /** The port of the server that runs on the data folder, or 0 when none does. */
    int runningPort() throws IOException {
        Path processFile = data.resolve("postmaster.pid");
        if (!Files.exists(processFile) || !processIsPostgres(processFile)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(processFile);
        return lines.size() < 4 ? 0 : Integer.parseInt(lines.get(3).trim());
    }

    /**
     * Ends open sessions and stops it. One that cannot write what it would like to before, as on a full disk, is stopped at
     * once, and recovers from its log when it is started again.
     */
    void stop() throws IOException {
        if (runningPort() == 0) {
            return;
        }
        try {
            stop("fast");
        } catch (DatabaseUnavailable hanging) {
            stop("immediate");
        }
    }

    private void stop(String mode) throws IOException {
        run(
                "pg_ctl",
                "--pgdata=" + data.toAbsolutePath(),
                "--mode=" + mode,
                "--wait",
                "--timeout=" + PATIENCE_TO_STOP_SECONDS,
                "stop");
    }

    /** After a crash of the machine another program may carry the number of the server that is gone. */
    private void dropStaleProcessFile() throws IOException {
        Path processFile = data.resolve("postmaster.pid");
        if (Files.exists(processFile) && !processIsPostgres(processFile)) {
            Files.delete(processFile);
        }
    }

    private static boolean processIsPostgres(Path processFile) throws IOException {
        List<String> lines = Files.readAllLines(processFile);
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            return false;
        }
        return ProcessHandle.of(Math.abs(Long.parseLong(lines.get(0).trim())))
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .command()
                        .map(name -> name.contains("postgres"))
                        .orElse(true))
                .orElse(false);
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("csw-" + program, ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS + 10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new DatabaseUnavailable("The embedded PostgreSQL in " + data + " failed at " + program + ": "
                        + lastWords(output) + " More is in " + log + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String lastWords(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }
}
