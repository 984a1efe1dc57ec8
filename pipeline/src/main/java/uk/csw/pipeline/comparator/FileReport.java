package uk.csw.pipeline.comparator;

import java.util.List;

/**
 * What became of one file.
 *
 * @param file its path below the folder that was loaded
 * @param state what became of it
 * @param table the published table it is; empty when none
 * @param vintage its edition; empty when nothing was taken
 * @param figures how many figures were taken, symbols included
 * @param remarks what was not understood or is not in it, in words
 */
public record FileReport(String file, State state, String table, String vintage, long figures, List<String> remarks) {
    public FileReport {
        remarks = List.copyOf(remarks);
    }

    static FileReport without(String file, State state, String remark) {
        return new FileReport(file, state, "", "", 0, List.of(remark));
    }

    /** What can become of a file. */
    public enum State {
        /** Its figures were taken. */
        LOADED,
        /** The same file was loaded before, by the same mapping. */
        KNOWN,
        /** No mapping of {@code config/comparators/} fits its header. */
        NOT_RECOGNISED,
        /** It could not be read, or holds nothing that is mapped. */
        NOTHING_TAKEN
    }
}
