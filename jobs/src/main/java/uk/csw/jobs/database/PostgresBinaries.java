package uk.csw.jobs.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come with the application, unpacked once into the home folder. */
record PostgresBinaries(Path folder) {
    /** Unpacks the programs unless they are there. The folder appears complete or not at all. */
    static PostgresBinaries unpackedIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve("bin"))) {
            Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
            Folders.delete(unfinished);
            try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture())) {
                unpack(packed, unfinished);
            } catch (IllegalStateException missing) {
                throw new DatabaseUnavailable(
                        "This build carries no PostgreSQL for " + system() + " on " + architecture()
                                + ". Build it on this kind of machine, or set CSW_DB_URL to a PostgreSQL server.",
                        missing);
            }
            Folders.delete(folder);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder);
    }

    /** Full path of one program, {@code initdb} or {@code pg_ctl}. */
    String program(String name) {
        return folder.resolve("bin")
                .resolve(onWindows() ? name + ".exe" : name)
                .toAbsolutePath()
                .toString();
    }

    static boolean onWindows() {
        return system().equals("Windows");
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("win") && !name.contains("darwin") ? "Windows" : name.contains("mac") ? "Darwin" : "Linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Archive entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(archive, file);
                    if ((entry.getMode() & 0100) != 0) {
                        file.toFile().setExecutable(true, false);
                    }
                }
            }
        }
    }
}
