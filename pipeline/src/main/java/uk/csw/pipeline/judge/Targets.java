package uk.csw.pipeline.judge;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.Authorities;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;

/** The targets of the configuration. Immutable. */
public final class Targets {
    private final List<Target> targets;

    private Targets(List<Target> targets) {
        this.targets = List.copyOf(targets);
    }

    /**
     * Reads and checks every file in {@code config/targets/}; without the folder there are no targets.
     *
     * @throws ConfigurationProblems every problem of every file, when there is any
     */
    public static Targets load(Path configDir, KpiCatalogue catalogue, Authorities authorities) {
        List<Problem> problems = new ArrayList<>();
        List<Target> targets = new TargetFiles(configDir, catalogue, authorities, problems).read();
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(problems);
        }
        return new Targets(targets);
    }

    /** How many rows there are. */
    public int size() {
        return targets.size();
    }

    /**
     * Makes {@code kpi.target} hold these rows. A row that is no longer in the configuration is kept, as withdrawn; the
     * authorities whose rows changed are judged anew by the next night.
     *
     * @param now when, for the record
     * @return how many rows are new
     */
    public long install(Connection connection, Instant now) throws SQLException {
        return Sql.file(Targets.class, "install_targets.sql")
                .with("targets", json())
                .with("now", now.atOffset(ZoneOffset.UTC))
                .execute(connection);
    }

    private String json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsString(targets);
    }
}
