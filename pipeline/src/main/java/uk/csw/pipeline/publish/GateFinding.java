package uk.csw.pipeline.publish;

import java.util.List;

/**
 * What one check of the gate found.
 *
 * @param check the rule, in words
 * @param isBlocking the release must not be published when anything was found
 * @param count how many cases there are
 * @param cases the first few, in words
 */
public record GateFinding(String check, boolean isBlocking, long count, List<String> cases) {
    public GateFinding {
        cases = List.copyOf(cases);
    }

    @Override
    public String toString() {
        String more = count > cases.size() ? ", and " + (count - cases.size()) + " more" : "";
        return (isBlocking ? "BLOCKED: " : "warning: ") + check + ": " + String.join("; ", cases) + more;
    }
}
