package uk.csw.pipeline.sqlcondition;

/** The kinds of value that a condition may compare. */
public enum ColumnType {
    TEXT,
    NUMBER,
    DATE,
    FLAG
}
