package uk.csw.pipeline.delivery;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file or folder cannot be read, for the person who put it there. */
final class Unreadable {
    private Unreadable() {}

    static String why(Path file, IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return Files.isSymbolicLink(file) ? "a link to a file that is not there" : "a file that has just gone";
        }
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof FileSystemLoopException) {
            return "a link to a folder that holds it";
        }
        return problem instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : problem.getClass().getSimpleName();
    }
}
