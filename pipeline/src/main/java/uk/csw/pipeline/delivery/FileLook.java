package uk.csw.pipeline.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file as it was when it was looked at.
 *
 * @param path where it is
 * @param name relative to the folder of its delivery, with forward slashes
 * @param bytes its size
 * @param modified when it was written last
 */
record FileLook(Path path, String name, long bytes, Instant modified) {
    static FileLook at(Path folder, Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        String name = folder.relativize(path).toString().replace('\\', '/');
        return new FileLook(path, name, now.size(), now.lastModifiedTime().toInstant());
    }

    /** It is there and has been neither resized nor rewritten since. */
    boolean isUnmoved() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return now.size() == bytes && now.lastModifiedTime().toInstant().equals(modified);
        } catch (IOException e) {
            return false;
        }
    }
}
