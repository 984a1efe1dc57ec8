package uk.csw.jobs.database;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where the warehouse database is and how to log in. Its text never holds the password.
 *
 * @param url JDBC address without credentials
 * @param user login role
 * @param password its password, empty when the server asks for none
 */
public record DatabaseAddress(String url, String user, String password) {
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("(?i)([?&]password=)[^&]*|//[^/@]*@");

    /** The address without anything secret, for people and logs. */
    public String display() {
        return PASSWORD_IN_URL.matcher(url).replaceAll(hit -> hit.group(1) == null ? "//" : "$1***");
    }

    /** The port in the address; 5432 where it names none. */
    public int port() {
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        return port < 0 ? 5432 : port;
    }

    @Override
    public String toString() {
        return display() + " as " + user;
    }
}
