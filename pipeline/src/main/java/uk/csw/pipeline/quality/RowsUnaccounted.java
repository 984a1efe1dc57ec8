package uk.csw.pipeline.quality;

import java.util.List;

/** The rows of a file are not all accounted for: it must not be used. Carries one line per file. */
public final class RowsUnaccounted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowsUnaccounted(List<String> files) {
        super("Rows are not accounted for in " + files.size() + (files.size() == 1 ? " file: " : " files: ")
                + String.join("; ", files) + ". Run the landing of these deliveries again.");
    }
}
