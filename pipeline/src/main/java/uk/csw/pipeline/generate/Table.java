package uk.csw.pipeline.generate;

import java.util.List;
import java.util.function.Predicate;

/**
 * One table of a return.
 *
 * @param name the usual file name without its ending
 * @param otherNames further names seen in real returns
 * @param firstYear the first financial year (by the year it ends in) the table was collected
 * @param rows writes what one child contributes to it
 * @param <K> a child as a delivery of the return shows it
 */
record Table<K>(String name, List<String> otherNames, int firstYear, List<Column> columns, Rows<K> rows) {
    /** Where the first such column stands, counted from 0; -1 when there is none. */
    int position(Predicate<Column> wanted) {
        for (int i = 0; i < columns.size(); i++) {
            if (wanted.test(columns.get(i))) {
                return i;
            }
        }
        return -1;
    }

    @FunctionalInterface
    interface Rows<K> {
        void write(K child, RowSink out);
    }
}
