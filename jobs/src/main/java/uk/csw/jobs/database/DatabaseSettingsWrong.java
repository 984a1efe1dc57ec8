package uk.csw.jobs.database;

/** The environment variables that name the database do not fit together. The message says which and what to do. */
public final class DatabaseSettingsWrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseSettingsWrong(String message) {
        super(message);
    }
}
