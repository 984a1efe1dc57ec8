package uk.csw.pipeline.quality;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.BinaryCopy;

/** What one group is about to send: staging rows per layout, quarantined rows, findings. */
final class LandingBuffers {
    /** A buffer is sent when it holds this much. */
    private static final int FULL = 4 << 20;

    private final Connection connection;
    private final Layouts layouts;
    private final Map<String, TablePlan> plans = new LinkedHashMap<>();
    private final Map<String, BinaryCopy> rows = new LinkedHashMap<>();
    private final BinaryCopy quarantined =
            new BinaryCopy("quarantine.row", List.of("delivery_id", "file_id", "line", "layout", "raw_text"));
    private final Findings findings = new Findings();

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
        quarantined.end();
    }

    /** Sends what has grown large. */
    void sendFull() throws SQLException {
        if (findings.size() >= FULL) {
            findings.flush(connection);
        }
        if (quarantined.size() >= FULL) {
            quarantined.flush(connection);
        }
        for (BinaryCopy table : rows.values()) {
            if (table.size() >= FULL) {
                table.flush(connection);
            }
        }
    }

    /** Sends everything. */
    void sendAll() throws SQLException {
        for (BinaryCopy table : rows.values()) {
            table.flush(connection);
        }
        quarantined.flush(connection);
        findings.flush(connection);
    }
}
