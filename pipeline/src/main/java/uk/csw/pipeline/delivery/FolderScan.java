package uk.csw.pipeline.delivery;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the files of one delivery, at any depth below its folder. */
final class FolderScan extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final String path;
    private final List<FileLook> tables = new ArrayList<>();
    private final List<FileLook> ignored = new ArrayList<>();
    private final List<FileFinding> findings = new ArrayList<>();

    private FolderScan(Path folder, String path) {
        this.folder = folder;
        this.path = path;
    }

    static DeliveryFolder scan(Path folder, String authorityCode, YearMonth period) throws IOException {
        FolderScan scan = new FolderScan(folder, authorityCode + "/" + period);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, scan);
        scan.tables.sort(Comparator.comparing(FileLook::name));
        scan.ignored.sort(Comparator.comparing(FileLook::name));
        return new DeliveryFolder(authorityCode, period, folder, scan.tables, scan.ignored, scan.findings);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.equals(folder)) {
            return FileVisitResult.CONTINUE;
        }
        FileKind kind = FileKind.of(name(directory));
        if (kind == FileKind.TABLE) {
            find(directory, FileRule.FILE_IS_DIRECTORY, "a folder", "a file");
        }
        return kind == FileKind.HIDDEN ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        try {
            switch (FileKind.of(name(file))) {
                case TABLE -> table(file, attributes);
                case PARTIAL -> find(file, FileRule.FILE_CHANGING, "a copy in progress", "a complete file");
                case OTHER -> ignored.add(FileLook.at(folder, file));
                case HIDDEN -> {
                    // Nobody's delivery.
                }
            }
            return FileVisitResult.CONTINUE;
        } catch (IOException problem) {
            return visitFileFailed(file, problem);
        }
    }

    /** Opening a pipe waits for somebody who writes, and a device may never end: neither is opened. */
    private void table(Path file, BasicFileAttributes attributes) throws IOException {
        FileLook look = FileLook.at(folder, file);
        if (attributes.isOther()) {
            find(file, FileRule.FILE_UNREADABLE, "a pipe, a socket or a device", "a file");
        } else if (!FileFinding.canShow(look.name())) {
            find(file, FileRule.FILE_UNREADABLE, "a line break or the like in its name", "a name of one line");
        } else {
            tables.add(look);
        }
    }

    /** Part of a folder could not be listed. */
    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) {
        return problem == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, problem);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
        if (FileKind.of(name(file)) != FileKind.HIDDEN) {
            find(file, FileRule.FILE_UNREADABLE, Unreadable.why(file, problem), "a readable file");
        }
        return FileVisitResult.CONTINUE;
    }

    private void find(Path file, FileRule rule, String found, String expected) {
        String name = file.equals(folder)
                ? path
                : path + "/" + folder.relativize(file).toString().replace('\\', '/');
        findings.add(new FileFinding(name, 0, rule, found, expected));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
