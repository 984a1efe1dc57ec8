package uk.csw.pipeline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;

/** An inbox that a test fills. Its files look as if they had been written long ago. */
public record Inbox(Path path) {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    /** Puts a text file into a delivery. */
    public Inbox put(String authority, String period, String name, String text) {
        return put(authority, period, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file into a delivery. */
    public Inbox put(String authority, String period, String name, byte[] content) {
        Path file = path.resolve(authority).resolve(period).resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            Files.setLastModifiedTime(file, LONG_AGO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Copies the CSV files of a folder into a delivery. */
    public Inbox copy(String authority, String period, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                put(authority, period, file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Removes a file from a delivery. */
    public Inbox remove(String authority, String period, String name) {
        try {
            Files.delete(path.resolve(authority).resolve(period).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
