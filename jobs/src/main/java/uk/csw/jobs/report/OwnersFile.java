package uk.csw.jobs.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file about children: where the file system can tell, only its owner can read it. */
public final class OwnersFile {
    private OwnersFile() {}

    /** Begins the file anew, in UTF-8. */
    public static Writer writer(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.newBufferedWriter(
                Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
                        ? Files.createFile(
                                file,
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                        : file);
    }
}
