package uk.csw.pipeline.publish;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the gate found in a candidate release.
 *
 * @param checks how many checks were made
 * @param findings those that found something, blocking ones first
 */
public record GateReport(int checks, List<GateFinding> findings) {
    public GateReport {
        findings = List.copyOf(findings);
    }

    /** Whether the release may be published. */
    public boolean isPassed() {
        return findings.stream().noneMatch(GateFinding::isBlocking);
    }

    /** The report as text, one line per finding; kept in {@code ops.release.gate_report}. */
    public String text() {
        String verdict = checks + " checks, " + (isPassed() ? "passed" : "refused");
        return findings.isEmpty()
                ? verdict
                : findings.stream().map(GateFinding::toString).collect(Collectors.joining("\n", verdict + "\n", ""));
    }
}
