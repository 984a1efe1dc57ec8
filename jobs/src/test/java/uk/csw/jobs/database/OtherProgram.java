package uk.csw.jobs.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another program that uses the embedded database of a home folder, in a JVM of its own, until told to leave. */
final class OtherProgram implements AutoCloseable {
    private final Process process;
    private final DatabaseAddress address;

    private OtherProgram(Process process, DatabaseAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it has the database open. */
    static OtherProgram holding(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader();
        return new OtherProgram(process, new DatabaseAddress(lines.readLine(), lines.readLine(), lines.readLine()));
    }

    DatabaseAddress address() {
        return address;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Opens the database, prints its address on three lines, and leaves when its input ends. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(args[0]))) {
            DatabaseAddress address = database.address();
            System.out.printf("%s%n%s%n%s%n", address.url(), address.user(), address.password());
            System.out.flush();
            System.in.read();
        }
    }
}
