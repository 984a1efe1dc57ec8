package uk.csw.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * The folder in which this installation keeps its embedded database, its logs and the inbox of the demonstration.
 *
 * @param folder absolute path
 */
record Home(Path folder) {
    Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** CSW_HOME, or {@code .csw} in the working folder. */
    static Home in(Map<String, String> environment) {
        String named = environment.getOrDefault("CSW_HOME", "");
        return new Home(Path.of(named.isEmpty() ? ".csw" : named));
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** Leaves the metrics where a collector that reads text files finds them: {@code metrics/csw.prom}. */
    void keepMetrics(String text) {
        Path file = folder.resolve("metrics").resolve("csw.prom");
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.writeString(file.resolveSibling("csw.prom.unfinished"), text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LoggerFactory.getLogger(Home.class).warn("The metrics could not be written to {}", file, e);
        }
    }

    Path demoInbox() {
        return folder.resolve("demo").resolve("inbox");
    }
}
