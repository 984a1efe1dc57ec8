package uk.csw.pipeline.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import tools.jackson.databind.JsonNode;

/**
 * How this installation works: what {@code config/settings.yaml} says. Limits are checked by its schema.
 *
 * @param configDir the configuration folder all of it came from
 */
public record Settings(Path configDir, Inbox inbox, Landing landing, Guard guard, Gate gate, Serve serve) {
    private static final long KILO = 1024L;

    /**
     * When a delivery is complete.
     *
     * @param quiet a file is complete when nobody has written to it for this long
     */
    public record Inbox(Duration quiet) {}

    /**
     * How files are read into the database.
     *
     * @param workers groups of files, and later of authorities, that are worked on at the same time, at least 1
     * @param partBytes files larger than this are landed in parts; each worker holds one part in memory
     */
    public record Landing(int workers, long partBytes) {}

    /**
     * When a file is held back because it looks truncated.
     *
     * @param heldBelowPercent held when it has fewer rows than this share of its neighbours; 0 holds nothing
     * @param smallestRows files whose neighbours have fewer rows are never held
     */
    public record Guard(int heldBelowPercent, int smallestRows) {}

    /**
     * When a release is refused.
     *
     * @param quarantinedPercent largest share of quarantined rows
     */
    public record Gate(BigDecimal quarantinedPercent) {}

    /**
     * What a node does that stays up.
     *
     * @param nightlyAt time of day at which the night runs, London time
     * @param host where metrics and health are answered
     * @param port port of metrics and health; 0 means any
     * @param staleAfterDays the newest release or delivery is too old after so many days
     */
    public record Serve(LocalTime nightlyAt, String host, int port, int staleAfterDays) {}

    /**
     * Reads {@code settings.yaml} in {@code configDir}.
     *
     * @throws ConfigurationProblems naming everything wrong with it
     */
    public static Settings load(Path configDir) {
        YamlFile file = YamlReader.of(configDir, "settings.schema.json").read("settings.yaml");
        if (!file.isValid()) {
            throw new ConfigurationProblems(file.problems());
        }
        JsonNode inbox = file.root().path("inbox");
        JsonNode landing = file.root().path("landing");
        JsonNode guard = file.root().path("guard");
        JsonNode serve = file.root().path("serve");
        int workers = landing.path("workers").asInt();
        return new Settings(
                configDir,
                new Inbox(Duration.ofSeconds(inbox.path("quiet_seconds").asLong())),
                new Landing(
                        workers > 0 ? workers : Runtime.getRuntime().availableProcessors(),
                        landing.path("part_megabytes").asLong() * KILO * KILO),
                new Guard(
                        guard.path("held_below_percent").asInt(),
                        guard.path("smallest_rows").asInt()),
                new Gate(file.root().path("gate").path("quarantined_percent").asDecimal()),
                new Serve(
                        LocalTime.parse(serve.path("nightly_at").asString()),
                        serve.path("host").asString(),
                        serve.path("port").asInt(),
                        serve.path("stale_after_days").asInt()));
    }
}
