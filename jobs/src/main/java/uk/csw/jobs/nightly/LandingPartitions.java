package uk.csw.jobs.nightly;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.quality.Landing;
import uk.csw.pipeline.quality.LandingGroup;

/**
 * Shares out what is still to be landed. A partition is named for what is in it: a restart plans anew, and Spring Batch
 * leaves out partitions whose name has completed before.
 */
class LandingPartitions implements Partitioner {
    /** Where a partition's context keeps its group. */
    static final String GROUP = "group";

    private final DataSource database;
    private final Landing landing;
    private final String night;
    private final NightConsole console;

    LandingPartitions(DataSource database, Landing landing, String night, NightConsole console) {
        this.database = database;
        this.landing = landing;
        this.night = night;
        this.console = console;
    }

    @Override
    public Map<String, ExecutionContext> partition(int workers) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        List<LandingGroup> groups = plan(workers);
        console.landingBegins(groups.stream().mapToLong(LandingGroup::bytes).sum());
        for (LandingGroup group : groups) {
            ExecutionContext context = new ExecutionContext();
            context.putString(GROUP, group.asText());
            partitions.put(name(group), context);
        }
        return partitions;
    }

    private List<LandingGroup> plan(int workers) {
        try {
            return InTransaction.run(
                    database,
                    connection -> landing.plan(connection, new Nights().deliveries(connection, night), workers));
        } catch (SQLException failure) {
            throw new IllegalStateException("The landing cannot be planned: " + failure.getMessage(), failure);
        }
    }

    private static String name(LandingGroup group) {
        return UUID.nameUUIDFromBytes(group.asText().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
