package uk.csw.pipeline.delivery;

import java.util.List;
import java.util.Locale;

/** What the name of a file says about it. */
enum FileKind {
    /** A table: {@code .csv} or {@code .txt}. */
    TABLE,
    /** A copy in progress, under the name that transfer programs and browsers give it. */
    PARTIAL,
    /** Hidden files and the lock files of office programs: nobody's delivery. */
    HIDDEN,
    OTHER;

    private static final List<String> TABLES = List.of(".csv", ".txt");
    private static final List<String> PARTIALS = List.of(".part", ".tmp", ".filepart", ".crdownload");
    private static final List<String> SYSTEM = List.of("thumbs.db", "desktop.ini");

    static FileKind of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.startsWith("~$") || name.startsWith(".~lock") || SYSTEM.contains(name)) {
            return HIDDEN;
        }
        if (PARTIALS.stream().anyMatch(name::endsWith)) {
            return PARTIAL;
        }
        if (name.startsWith(".")) {
            return HIDDEN;
        }
        return TABLES.stream().anyMatch(name::endsWith) ? TABLE : OTHER;
    }
}
