package uk.csw.pipeline.quality;

import java.util.HashMap;
import java.util.Map;
import uk.csw.pipeline.layout.CodeSet;

/** Codes by their spelling: each spelling is worked out by the code set once and then remembered. */
final class CodeTable {
    private static final int MOST_REMEMBERED = 1000;

    private final CodeSet codes;
    private final Map<String, Integer> found = new HashMap<>();

    CodeTable(CodeSet codes) {
        this.codes = codes;
    }

    /** As {@link CodeSet#find}. */
    int find(String text) {
        Integer known = found.get(text);
        if (known != null) {
            return known;
        }
        int code = codes.find(text);
        if (found.size() < MOST_REMEMBERED) {
            found.put(text, code);
        }
        return code;
    }
}
