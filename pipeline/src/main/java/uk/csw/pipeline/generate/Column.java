package uk.csw.pipeline.generate;

/**
 * A column of a return.
 *
 * @param header exactly as the guide has it
 * @param isKey whether it is part of what tells rows of the table apart
 */
record Column(String header, Kind kind, Need need, boolean isKey) {
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
        return new Column("CHILD", Kind.ID, Need.REQUIRED, true);
    }

    static Column keyDate(String header) {
        return new Column(header, Kind.DATE, Need.REQUIRED, true);
    }

    static Column date(String header) {
        return new Column(header, Kind.DATE, Need.OPTIONAL, false);
    }

    static Column birth() {
        return new Column("DOB", Kind.DATE, Need.EXPECTED, false);
    }

    static Column requiredCode(String header) {
        return new Column(header, Kind.CODE, Need.REQUIRED, false);
    }

    static Column expectedCode(String header) {
        return new Column(header, Kind.CODE, Need.EXPECTED, false);
    }

    static Column code(String header) {
        return new Column(header, Kind.CODE, Need.OPTIONAL, false);
    }

    static Column text(String header) {
        return new Column(header, Kind.TEXT, Need.OPTIONAL, false);
    }

    static Column upn() {
        return new Column("UPN", Kind.UPN, Need.OPTIONAL, false);
    }
}
