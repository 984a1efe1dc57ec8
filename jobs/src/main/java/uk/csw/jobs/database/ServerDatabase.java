package uk.csw.jobs.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server that the environment names: CSW_DB_URL, CSW_DB_USER, CSW_DB_PASSWORD or CSW_DB_PASSWORD_FILE. */
final class ServerDatabase {
    private ServerDatabase() {}

    /**
     * The server named by {@code environment}, if it names one.
     *
     * @throws DatabaseSettingsWrong when the variables do not fit together
     */
    static Optional<DatabaseAddress> in(Map<String, String> environment) {
        String url = environment.getOrDefault("CSW_DB_URL", "").trim();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseSettingsWrong("CSW_DB_URL does not name a PostgreSQL database; expected something like"
                    + " jdbc:postgresql://server:5432/warehouse. Leave it unset to use the embedded database.");
        }
        return Optional.of(
                new DatabaseAddress(url, environment.getOrDefault("CSW_DB_USER", ""), password(environment)));
    }

    private static String password(Map<String, String> environment) {
        String file = environment.getOrDefault("CSW_DB_PASSWORD_FILE", "");
        if (file.isEmpty()) {
            return environment.getOrDefault("CSW_DB_PASSWORD", "");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new DatabaseSettingsWrong("CSW_DB_PASSWORD_FILE names " + file + ", which cannot be read."
                    + " Check the path and that this user may read it.");
        }
    }
}
