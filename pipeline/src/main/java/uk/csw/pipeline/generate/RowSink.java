package uk.csw.pipeline.generate;

/** Takes the rows of one table, cell by cell in the order of its columns. */
@FunctionalInterface
interface RowSink {
    void row(String... cells);
}
