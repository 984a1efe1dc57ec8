package uk.csw.pipeline.quality;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import uk.csw.pipeline.postgres.Sql;

/** Shares out the parts that are still to be landed: many small files together, a large one over many groups. */
final class LandingPlan {
    private static final long SMALLEST = 4L << 20;
    private static final long LARGEST = 64L << 20;
    /** Groups per worker: enough for all workers to finish at about the same time. */
    private static final int GROUPS = 4;

    private record Sized(FilePart part, long bytes) {}

    private LandingPlan() {}

    static List<LandingGroup> of(Connection connection, Collection<Long> deliveryIds, int workers) throws SQLException {
        List<Sized> parts = Sql.file(LandingPlan.class, "parts-of-deliveries.sql")
                .with("deliveries", deliveryIds)
                .list(
                        connection,
                        row -> new Sized(
                                new FilePart(row.getLong("file_id"), row.getInt("part_no")), row.getLong("bytes")));
        long total = parts.stream().mapToLong(Sized::bytes).sum();
        long target = Math.max(SMALLEST, Math.min(LARGEST, total / ((long) GROUPS * workers)));
        return group(parts, target);
    }

    private static List<LandingGroup> group(List<Sized> parts, long target) {
        List<LandingGroup> groups = new ArrayList<>();
        List<FilePart> gathered = new ArrayList<>();
        long bytes = 0;
        for (Sized sized : parts) {
            gathered.add(sized.part());
            bytes += sized.bytes();
            if (bytes >= target) {
                groups.add(new LandingGroup(gathered, bytes));
                gathered.clear();
                bytes = 0;
            }
        }
        if (!gathered.isEmpty()) {
            groups.add(new LandingGroup(gathered, bytes));
        }
        return groups;
    }
}
