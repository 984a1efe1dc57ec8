package uk.csw.pipeline.quality;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import uk.csw.pipeline.delivery.FileRule;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.Sql;

/** Lands one group within one transaction. */
final class GroupLanding implements AutoCloseable {
    private final Connection connection;
    private final PartReader reader;
    private final LandingBuffers buffers;
    private final LandingProgress progress;
    private final ChildKeys keys;
    private final List<PartCount> counts = new ArrayList<>();
    private Optional<RowJudge> judge = Optional.empty();
    private long judgedFile = -1;
    private final TreeSet<Long> spoilt = new TreeSet<>();

    GroupLanding(Connection connection, Layouts layouts, Path inbox, LandingProgress progress) throws SQLException {
        this.connection = connection;
        this.reader = new PartReader(inbox);
        this.buffers = new LandingBuffers(connection, layouts);
        this.progress = progress;
        this.keys = new ChildKeys(Sql.of("select pseudonym_key from ops.installation")
                .first(connection, row -> row.getBytes(1))
                .orElseThrow(() -> new IllegalStateException("ops.installation is empty: run 'schema migrate'")));
    }

    /** Lands what is still to be landed of the group; returns how many rows were read. */
    long land(LandingGroup group, Instant now) throws SQLException {
        for (PartFile part : parts(group)) {
            if (!spoilt.contains(part.deliveryId())) {
                land(part);
            }
        }
        buffers.sendAll();
        refuseSpoilt();
        markLanded(now);
        return counts.stream().mapToLong(PartCount::read).sum();
    }

    @Override
    public void close() throws SQLException {
        buffers.close();
    }

    /** The parts of the group that nobody has landed yet, locked. */
    private List<PartFile> parts(LandingGroup group) throws SQLException {
        return Sql.file(getClass(), "lock-parts.sql")
                .with("files", group.parts().stream().map(FilePart::fileId).toList())
                .with("parts", group.parts().stream().map(FilePart::partNo).toList())
                .list(
                        connection,
                        row -> new PartFile(
                                row.getLong("file_id"),
                                row.getInt("part_no"),
                                row.getLong("delivery_id"),
                                row.getString("authority_code"),
                                row.getInt("period_key"),
                                row.getString("file_name"),
                                row.getString("layout"),
                                row.getLong("file_bytes"),
                                row.getLong("header_to"),
                                row.getLong("byte_from"),
                                row.getLong("byte_to"),
                                row.getLong("first_line"),
                                row.getLong("checksum")));
    }

    private void land(PartFile part) throws SQLException {
        if (part.fileId() != judgedFile) {
            judge = reader.header(part).map(header -> buffers.judge(part, header, keys));
            judgedFile = part.fileId();
        }
        Optional<String> text = judge.flatMap(known -> reader.text(part));
        if (judge.isEmpty() || text.isEmpty()) {
            spoilt.add(part.deliveryId());
            buffers.findings().add(part, 0, FileRule.FILE_CHANGED, "", "other bytes than registered", "the same file");
            return;
        }
        PartCount count = new PartLanding(part, judge.get(), buffers).land(text.get());
        counts.add(count);
        progress.advanced(count.read(), part.to() - part.from());
    }

    /** A file that changed after it was registered spoils its delivery; what is there now is another delivery. */
    private void refuseSpoilt() throws SQLException {
        for (long delivery : spoilt) {
            Sql.of("update ops.delivery set state = 'refused' where delivery_id = :delivery")
                    .with("delivery", delivery)
                    .execute(connection);
        }
    }

    private void markLanded(Instant now) throws SQLException {
        if (!counts.isEmpty()) {
            Sql.file(getClass(), "mark-parts-landed.sql")
                    .with(
                            "files",
                            counts.stream().map(count -> count.part().fileId()).toList())
                    .with(
                            "parts",
                            counts.stream().map(count -> count.part().partNo()).toList())
                    .with("read", counts.stream().map(PartCount::read).toList())
                    .with("staged", counts.stream().map(PartCount::staged).toList())
                    .with(
                            "quarantined",
                            counts.stream().map(PartCount::quarantined).toList())
                    .with("now", now.toEpochMilli())
                    .execute(connection);
        }
    }
}
