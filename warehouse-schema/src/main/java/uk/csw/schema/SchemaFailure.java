package uk.csw.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schema could not be created or upgraded; the message says which changeset failed and what the server said. */
public final class SchemaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern CHANGESET = Pattern.compile("changeset (\\S+)");

    SchemaFailure(String message, Throwable cause) {
        super(message + changeset(cause) + ": " + root(cause).getMessage(), cause);
    }

    /** Liquibase names the changeset in a message on the way down. */
    private static String changeset(Throwable cause) {
        for (Throwable next = cause; next != null; next = next.getCause()) {
            Matcher named = CHANGESET.matcher(String.valueOf(next.getMessage()));
            if (named.find()) {
                return ", changeset " + named.group(1) + " failed";
            }
        }
        return "";
    }

    private static Throwable root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
