package uk.csw.jobs.command;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Finds the folder {@code config}: in the working folder, or else beside or above the program. */
final class ConfigFolder {
    private static final String MARK = "settings.yaml";

    private ConfigFolder() {}

    /**
     * The configuration folder.
     *
     * @throws UsageProblem when there is none
     */
    static Path find() {
        Path here = Path.of("config").toAbsolutePath();
        if (Files.isRegularFile(here.resolve(MARK))) {
            return here;
        }
        for (Path folder = program().orElse(null); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("config").resolve(MARK))) {
                return folder.resolve("config");
            }
        }
        throw new UsageProblem("No configuration found: there is no " + here.resolve(MARK)
                + ", and none beside the program. Name the folder with --config DIR.");
    }

    /** The folder {@code given} on the command line. */
    static Path checked(Path given) {
        if (!Files.isRegularFile(given.resolve(MARK))) {
            throw new UsageProblem("--config names " + given.toAbsolutePath() + ", which holds no " + MARK
                    + ". Name the configuration folder of the project.");
        }
        return given.toAbsolutePath().normalize();
    }

    private static Optional<Path> program() {
        CodeSource source = ConfigFolder.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        String location = source.getLocation().toString();
        int inner = location.indexOf("!");
        if (inner >= 0) {
            location = location.substring(0, inner);
        }
        try {
            Path path = Path.of(new java.net.URI(
                    location.replaceFirst("^(jar:)?(nested:|file:)", "file:").replaceFirst("/!.*$", "")));
            return Optional.of(path);
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }
}
