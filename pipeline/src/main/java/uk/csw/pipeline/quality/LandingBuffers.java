package uk.csw.pipeline.quality;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.BinaryCopy;

/** What one group is about to send: staging rows per layout, quarantined rows, findings. */
final class LandingBuffers implements AutoCloseable {
    /** A buffer is sent when it holds this much: each COPY costs the server as much as a thousand rows. */
    private static final int FULL = 4 << 20;

    private static final int PIECE = 64 << 10;

    private final Connection connection;
    private final Layouts layouts;
    private final Map<String, TablePlan> plans = new LinkedHashMap<>();
    private final Map<String, BinaryCopy> rows = new LinkedHashMap<>();
    private final BinaryCopy quarantined =
            new BinaryCopy("quarantine.row", List.of("delivery_id", "file_id", "line", "layout", "raw_text"));
    private final Findings findings = new Findings();
    /** The table whose COPY is open: one that filled its buffer, and so has more to come. */
    private Optional<BinaryCopy> streamed = Optional.empty();

    LandingBuffers(Connection connection, Layouts layouts) {
        this.connection = connection;
        this.layouts = layouts;
    }

    RowJudge judge(PartFile file, List<String> header, ChildKeys keys) {
        TablePlan plan = plans.computeIfAbsent(file.layout(), name -> new TablePlan(layouts, layouts.layout(name)));
        BinaryCopy target = rows.computeIfAbsent(file.layout(), name -> plan.rows());
        return new RowJudge(file, header, plan, target, findings, keys);
    }

    Findings findings() {
        return findings;
    }

    void quarantine(PartFile file, long line, String rawText) {
        quarantined.begin();
        quarantined.bigint(file.deliveryId());
        quarantined.bigint(file.fileId());
        quarantined.bigint(line);
        quarantined.text(file.layout());
        quarantined.text(rawText);
    }

    /** Sends what has grown large, of these rows and of what was found. */
    void sendFull(BinaryCopy table) throws SQLException {
        if (findings.size() >= FULL) {
            endStream();
            findings.flush(connection);
        }
        if (quarantined.size() >= FULL) {
            endStream();
            quarantined.flush(connection);
        }
        if (table.size() >= FULL && !isStreamed(table)) {
            endStream();
            streamed = Optional.of(table);
        }
        if (table.size() >= PIECE && isStreamed(table)) {
            table.send(connection);
        }
    }

    /** Sends everything. */
    void sendAll() throws SQLException {
        endStream();
        for (BinaryCopy table : rows.values()) {
            table.flush(connection);
        }
        quarantined.flush(connection);
        findings.flush(connection);
    }

    /** After a failure, so that the connection can roll back. */
    @Override
    public void close() throws SQLException {
        if (streamed.isPresent()) {
            streamed.get().abandon();
        }
    }

    private boolean isStreamed(BinaryCopy table) {
        return streamed.isPresent() && streamed.get() == table;
    }

    private void endStream() throws SQLException {
        if (streamed.isPresent()) {
            streamed.get().flush(connection);
            streamed = Optional.empty();
        }
    }
}
