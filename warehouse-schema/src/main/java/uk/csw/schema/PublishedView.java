package uk.csw.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A view that every change rebuilds, known by its file: {@code db/views/mart/20_kpi_value.sql} makes mart.kpi_value. */
record PublishedView(String schema, String name, String file) {
    private static final Pattern FILE = Pattern.compile("db/views/(kpi|mart|mart_public)/\\d\\d_(\\w+)\\.sql");

    static boolean isIn(String file) {
        return FILE.matcher(file).matches();
    }

    /**
     * The view that {@code file} makes.
     *
     * @throws IllegalArgumentException when it is no file of a view
     */
    static PublishedView of(String file) {
        Matcher parts = FILE.matcher(file);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Not a view's file: " + file + "; expected db/views/<schema>/NN_name.sql");
        }
        return new PublishedView(parts.group(1), parts.group(2), file);
    }
}
