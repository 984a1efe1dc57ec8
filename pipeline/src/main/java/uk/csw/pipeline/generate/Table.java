package uk.csw.pipeline.generate;

import java.util.List;

/**
 * One table of a return.
 *
 * @param name the usual file name without its ending
 * @param otherNames further names seen in real returns
 * @param firstYear the first financial year (by the year it ends in) the table was collected
 * @param rows writes what one child contributes to it
 */
record Table(String name, List<String> otherNames, int firstYear, List<Column> columns, Rows rows) {
    @FunctionalInterface
    interface Rows {
        void write(KnownLife life, RowSink out);
    }
}
