package uk.csw.pipeline.kpi;

/** The kinds of value that a condition may compare. */
enum ColumnType {
    TEXT,
    NUMBER,
    DATE,
    FLAG
}
