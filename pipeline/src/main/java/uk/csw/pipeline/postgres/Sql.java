package uk.csw.pipeline.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement with named parameters ({@code :name}), usually kept in a file beside the class that runs it.
 * Immutable: {@link #with} returns a new statement. Collections of integers, longs and strings are bound as arrays,
 * for {@code = any (:names)}.
 */
public final class Sql {
    /** Skips quoted text, comments and casts, and finds {@code :name}. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|\\$\\$.*?\\$\\$|::|:([a-z][a-z0-9_]*)", Pattern.DOTALL);

    private final String text;
    private final Map<String, @Nullable Object> values;

    private Sql(String text, Map<String, @Nullable Object> values) {
        this.text = text;
        this.values = values;
    }

    /** A statement given as text. */
    public static Sql of(String text) {
        return new Sql(text, Map.of());
    }

    /**
     * The statement in the resource {@code file} beside {@code owner}.
     *
     * @throws IllegalStateException when there is no such resource
     */
    public static Sql file(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No SQL file " + file + " beside " + owner.getName());
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read SQL file " + file, e);
        }
    }

    /**
     * The same statement with SQL in place of <code>${place}</code>. For names and conditions that passed a whitelist;
     * everything else is a parameter.
     */
    public Sql filled(String place, String sql) {
        String mark = "${" + place + "}";
        if (!text.contains(mark)) {
            throw new IllegalStateException("No place " + mark + " in: " + text);
        }
        return new Sql(text.replace(mark, sql), values);
    }

    /** The statement as it stands, to be part of another. */
    public String text() {
        return text;
    }

    /** The same statement with one more parameter value. */
    public Sql with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Sql(text, more);
    }

    /** Runs it; returns the number of rows changed, 0 where the statement returns none. */
    public long execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.execute() ? 0 : Math.max(0, statement.getLargeUpdateCount());
        }
    }

    /** Runs it and maps every row. */
    public <T> List<T> list(Connection connection, RowMapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(mapper.map(rows));
            }
            return result;
        }
    }

    /** Runs it and maps the first row, if there is one. */
    public <T> Optional<T> first(Connection connection, RowMapper<T> mapper) throws SQLException {
        return list(connection, mapper).stream().findFirst();
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        List<String> order = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (tokens.find()) {
            String name = tokens.group(1);
            if (name == null) {
                tokens.appendReplacement(plain, Matcher.quoteReplacement(tokens.group()));
            } else {
                if (!values.containsKey(name)) {
                    throw new IllegalStateException("No value for :" + name);
                }
                order.add(name);
                tokens.appendReplacement(plain, "?");
            }
        }
        tokens.appendTail(plain);
        PreparedStatement statement = connection.prepareStatement(plain.toString());
        for (int i = 0; i < order.size(); i++) {
            bind(statement, i + 1, values.get(order.get(i)));
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Collection<?> many) {
            statement.setArray(index, statement.getConnection().createArrayOf(arrayType(many), many.toArray()));
        } else {
            statement.setObject(index, value);
        }
    }

    private static String arrayType(Collection<?> many) {
        Object first = many.isEmpty() ? 0L : many.iterator().next();
        return first instanceof Integer ? "int4" : first instanceof Long ? "int8" : "text";
    }

    /** Maps the current row of a result. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }
}
