package uk.csw.pipeline.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The shared material (samples, reference data) that stands beside the project root, where it is present. */
public final class Shared {
    private Shared() {}

    /** The folder {@code shared/<name>}, looked for from the working directory upwards; empty when it is absent. */
    public static Optional<Path> folder(String name) {
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            Path shared = place.resolve("shared");
            if (Files.exists(shared.resolve("design.md"))) {
                return Optional.of(shared.resolve(name)).filter(Files::exists);
            }
        }
        return Optional.empty();
    }

    /** As {@link #folder}; skips the test, saying so, when it is absent. */
    public static Path required(String name) {
        Optional<Path> found = folder(name);
        Assumptions.assumeTrue(found.isPresent(), "Skipped: ../shared/" + name + " is not beside the project");
        return found.orElseThrow();
    }

    /** The project's own {@code config} folder. */
    public static Path config() {
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.exists(place.resolve("config/settings.yaml"))) {
                return place.resolve("config");
            }
        }
        throw new IllegalStateException("No config/settings.yaml above the working directory");
    }
}
