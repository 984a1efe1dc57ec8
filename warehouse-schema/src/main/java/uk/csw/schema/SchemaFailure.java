package uk.csw.schema;

/** The schema could not be created or upgraded; the message says which changeset failed and what the server said. */
public final class SchemaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaFailure(String message, Throwable cause) {
        super(message + ": " + rootMessage(cause), cause);
    }

    private static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
