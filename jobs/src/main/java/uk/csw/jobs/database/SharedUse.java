package uk.csw.jobs.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets several processes share one embedded server: whoever comes first starts it, whoever leaves last stops it.
 * Two locked files carry this, so a killed process leaves nothing to tidy: the operating system frees its locks.
 */
final class SharedUse implements AutoCloseable {
    private final Path changing;
    private final FileChannel users;
    private FileLock using;

    private SharedUse(Path changing, FileChannel users, FileLock using) {
        this.changing = changing;
        this.users = users;
        this.using = using;
    }

    /** Joins the users of {@code home}; {@code start} runs alone, and finds or starts the server. */
    static SharedUse join(Path home, Step start) throws IOException {
        Path changing = home.resolve("starting.lock");
        try (FileChannel alone = open(changing);
                FileLock held = alone.lock()) {
            FileChannel users = open(home.resolve("users.lock"));
            try {
                FileLock using = users.lock(0, Long.MAX_VALUE, true);
                start.run();
                return new SharedUse(changing, users, using);
            } catch (OverlappingFileLockException twice) {
                users.close();
                throw new IllegalStateException("This program already uses the database in " + home, twice);
            } catch (IOException | RuntimeException failure) {
                users.close();
                throw failure;
            }
        }
    }

    /** Leaves; {@code stop} runs, alone, only when nobody else is left. */
    void leave(Step stop) throws IOException {
        try (FileChannel alone = open(changing);
                FileLock held = alone.lock()) {
            using.release();
            try (FileLock last = users.tryLock()) {
                if (last != null) {
                    stop.run();
                }
            }
            users.close();
        }
    }

    @Override
    public void close() throws IOException {
        users.close();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Starts or stops the server. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }
}
