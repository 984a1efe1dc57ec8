package uk.csw.jobs.command;

import java.nio.file.Path;
import java.util.Map;

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

    Path demoInbox() {
        return folder.resolve("demo").resolve("inbox");
    }
}
