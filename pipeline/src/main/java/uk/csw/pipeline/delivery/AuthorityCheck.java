package uk.csw.pipeline.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.csw.pipeline.postgres.Sql;

/** Whether an authority stood in the month a delivery is about, by the reference data. */
final class AuthorityCheck {
    private final Map<Integer, List<Span>> spans;
    private final Map<Integer, String> successors;

    private record Span(int key, String name, LocalDate from, LocalDate to) {}

    private record Successor(int key, String names) {}

    private AuthorityCheck(Map<Integer, List<Span>> spans, Map<Integer, String> successors) {
        this.spans = spans;
        this.successors = successors;
    }

    static AuthorityCheck read(Connection connection) throws SQLException {
        List<Span> spans = Sql.file(AuthorityCheck.class, "authorities.sql")
                .list(
                        connection,
                        row -> new Span(
                                row.getInt("authority_key"),
                                row.getString("authority_name"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)));
        List<Successor> successors = Sql.file(AuthorityCheck.class, "successors.sql")
                .list(connection, row -> new Successor(row.getInt("from_key"), row.getString("names")));
        return new AuthorityCheck(
                spans.stream().collect(Collectors.groupingBy(Span::key)),
                successors.stream().collect(Collectors.toMap(Successor::key, Successor::names)));
    }

    boolean isKnown(int authorityKey) {
        return spans.containsKey(authorityKey);
    }

    /** The finding when the authority is known but did not stand on any day of the month. */
    Optional<FileFinding> notThen(int authorityKey, YearMonth period, String path) {
        List<Span> known = spans.getOrDefault(authorityKey, List.of());
        boolean stood = known.stream()
                .anyMatch(span -> !span.from().isAfter(period.atEndOfMonth())
                        && !span.to().isBefore(period.atDay(1)));
        if (stood || known.isEmpty()) {
            return Optional.empty();
        }
        Span last = known.get(known.size() - 1);
        boolean ended = last.to().isBefore(period.atDay(1));
        String found = last.name()
                + (ended
                        ? ", which ended on " + last.to()
                        : ", which began on " + known.get(0).from());
        String heirs = successors.getOrDefault(authorityKey, "");
        String expected =
                ended && !heirs.isEmpty() ? "its successors: " + heirs : "an authority that stood in " + period;
        return Optional.of(new FileFinding(path, 0, FileRule.AUTHORITY_ENDED, found, expected));
    }
}
