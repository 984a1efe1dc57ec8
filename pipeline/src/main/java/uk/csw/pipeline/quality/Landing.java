package uk.csw.pipeline.quality;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import uk.csw.pipeline.delivery.RuleBook;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.InTransaction;

/**
 * Lands registered deliveries: every row of every file becomes one row of staging or one of quarantine. Plan, land each
 * group (by as many workers, on as many machines as there are), prove. Each step can be repeated: what is landed is not
 * landed again.
 */
public final class Landing {
    private final Layouts layouts;
    private final Path inbox;
    private final Clock clock;

    /**
     * @param layouts the layouts with which the files were registered
     * @param inbox the inbox in which they lie
     * @param clock stamps what was landed
     */
    public Landing(Layouts layouts, Path inbox, Clock clock) {
        this.layouts = layouts;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Shares out what is still to be landed of these deliveries; refused ones are left out.
     *
     * @param workers how many groups are landed at the same time, at least 1
     */
    public List<LandingGroup> plan(Connection connection, Collection<Long> deliveryIds, int workers)
            throws SQLException {
        RuleBook.install(connection, List.of(RowRule.values()));
        return LandingPlan.of(connection, deliveryIds, workers);
    }

    /**
     * Lands one group in one transaction. A delivery of which a file has changed since it was registered is refused.
     *
     * @return rows read
     */
    public long land(DataSource database, LandingGroup group, LandingProgress progress) throws SQLException {
        return InTransaction.run(database, connection -> {
            try (GroupLanding landing = new GroupLanding(connection, layouts, inbox, progress)) {
                return landing.land(group, clock.instant());
            }
        });
    }

    /**
     * Counts what stands in staging and quarantine and compares it, file by file, with what was read; then the
     * deliveries are landed.
     *
     * @throws RowsUnaccounted naming every file of which a row is missing or one too many
     */
    public void prove(Connection connection, Collection<Long> deliveryIds) throws SQLException {
        new Proof(connection, deliveryIds).run(clock.instant());
    }
}
