package uk.csw.pipeline.generate;

/**
 * A column of a return.
 *
 * @param header exactly as the guide has it
 * @param isKey whether it is part of what tells rows of the table apart
 * @param isEnd whether it is the day on which what began on the key date ended, written yyyy-mm-dd like it
 */
record Column(String header, Kind kind, Need need, boolean isKey, boolean isEnd) {
    enum Kind {
        ID,
        DATE,
        CODE,
        UPN,
        TEXT
    }

    /** What becomes of a row that has nothing readable here. */
    enum Need {
        /** The row cannot be loaded. */
        REQUIRED,
        /** The guide wants it; whether the row is loaded is for the layout to say. */
        EXPECTED,
        /** The row is loaded without it. */
        OPTIONAL
    }

    static Column id() {
        return id("CHILD");
    }

    /** The authority's own id of the child, under the name the return gives it. */
    static Column id(String header) {
        return new Column(header, Kind.ID, Need.REQUIRED, true, false);
    }

    static Column keyDate(String header) {
        return new Column(header, Kind.DATE, Need.REQUIRED, true, false);
    }

    static Column date(String header) {
        return new Column(header, Kind.DATE, Need.OPTIONAL, false, false);
    }

    static Column end(String header) {
        return new Column(header, Kind.DATE, Need.OPTIONAL, false, true);
    }

    /** A date that names the row of another table this one belongs to. */
    static Column linkDate(String header) {
        return new Column(header, Kind.DATE, Need.EXPECTED, true, false);
    }

    /** A code that is part of what tells rows apart. */
    static Column keyCode(String header) {
        return new Column(header, Kind.CODE, Need.REQUIRED, true, false);
    }

    static Column birth() {
        return new Column("DOB", Kind.DATE, Need.EXPECTED, false, false);
    }

    static Column requiredCode(String header) {
        return new Column(header, Kind.CODE, Need.REQUIRED, false, false);
    }

    static Column expectedCode(String header) {
        return new Column(header, Kind.CODE, Need.EXPECTED, false, false);
    }

    static Column code(String header) {
        return new Column(header, Kind.CODE, Need.OPTIONAL, false, false);
    }

    static Column text(String header) {
        return new Column(header, Kind.TEXT, Need.OPTIONAL, false, false);
    }

    static Column upn() {
        return new Column("UPN", Kind.UPN, Need.OPTIONAL, false, false);
    }
}
