package uk.csw.pipeline.committee;

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

/** The priority areas of the configuration, as the KPIs placed in them. Immutable. */
public final class PriorityGroups {
    private final List<PlacedKpi> placed;

    private PriorityGroups(List<PlacedKpi> placed) {
        this.placed = List.copyOf(placed);
    }

    /** One KPI in an area; the authority is empty when the area is for all. */
    record PlacedKpi(String authorityCode, int groupOrder, String groupName, int kpiOrder, String kpiCode) {}

    /**
     * Reads and checks every file in {@code config/groups/}; without the folder there are no areas.
     *
     * @throws ConfigurationProblems every problem of every file, when there is any
     */
    public static PriorityGroups load(Path configDir, KpiCatalogue catalogue, Authorities authorities) {
        List<Problem> problems = new ArrayList<>();
        List<PlacedKpi> placed = new PriorityGroupFiles(catalogue, authorities).read(configDir, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(problems);
        }
        return new PriorityGroups(placed);
    }

    /** How many areas there are, those of different authorities counted apart. */
    public long size() {
        return placed.stream()
                .map(kpi -> kpi.authorityCode() + "/" + kpi.groupOrder())
                .distinct()
                .count();
    }

    /**
     * Makes {@code kpi.priority_group} hold these rows; readers see them at once, as they change no figure. A row that is
     * no longer in the configuration is kept, as withdrawn.
     *
     * @param now when, for the record
     * @return how many rows are new
     */
    public long install(Connection connection, Instant now) throws SQLException {
        Sql.file(PriorityGroups.class, "withdraw_groups.sql")
                .with("placed", json())
                .with("now", now.atOffset(ZoneOffset.UTC))
                .execute(connection);
        return Sql.file(PriorityGroups.class, "install_groups.sql")
                .with("placed", json())
                .with("now", now.atOffset(ZoneOffset.UTC))
                .execute(connection);
    }

    private String json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsString(placed);
    }
}
