package uk.csw.pipeline.quality;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import uk.csw.pipeline.layout.CodeSet;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;
import uk.csw.pipeline.layout.Layouts;

/** Reads the rows of a public validator's case as they would be staged, for one of our checks to judge. */
final class CaseRows {
    private final Layouts layouts;
    private final JsonNode judgedCase;
    private final Check check;
    private final YearMonth period;

    CaseRows(Layouts layouts, JsonNode judgedCase, Check check) {
        this.layouts = layouts;
        this.judgedCase = judgedCase;
        this.check = check;
        this.period = period(judgedCase);
    }

    /** The month that a delivery of the rows is of. */
    YearMonth period() {
        return period;
    }

    /**
     * A row as it would be staged.
     *
     * @param unreadable the columns whose cells cannot be read
     * @param isRefused a cell that the layout needs cannot be read, so that the row goes to quarantine
     */
    record Staged(Map<String, String> values, Set<String> unreadable, boolean isRefused) {}

    Staged staged(Layout layout, JsonNode row) {
        Map<String, String> values = new HashMap<>();
        Set<String> unreadable = new TreeSet<>();
        boolean isRefused = false;
        for (Column column : layout.columns()) {
            column.constant().ifPresent(constant -> values.put(column.name(), constant));
            for (String header : column.headers()) {
                String cell = row.path(header).asString("").strip();
                if (!cell.isEmpty()) {
                    Optional<String> value = read(column, cell);
                    value.ifPresent(read -> values.put(column.name(), read));
                    if (value.isEmpty()) {
                        unreadable.add(column.name());
                    }
                }
                isRefused = isRefused || column.required() && row.has(header) && !values.containsKey(column.name());
            }
        }
        if (!row.has("DOB")
                && layout.columns().stream().anyMatch(column -> column.name().equals("birth_date"))) {
            birth(row).ifPresent(born -> values.put("birth_date", born));
        }
        String child = values.getOrDefault("child_id", "C1");
        values.put("child_key", Integer.toString(child.hashCode()));
        return new Staged(values, unreadable, isRefused);
    }

    /** Tables of a case leave out what the return says of the child in each. */
    private Optional<String> birth(JsonNode row) {
        for (JsonNode child : judgedCase.path("input").path("Header")) {
            long day = new DateText(period).read(child.path("DOB").asString(""));
            if (child.path("CHILD").equals(row.path("CHILD")) && DateText.isDay(day)) {
                return Optional.of(LocalDate.ofEpochDay(day).toString());
            }
        }
        return Optional.empty();
    }

    /** The value of a cell; codes that the cases made up stay as they are. */
    private Optional<String> read(Column column, String cell) {
        return switch (column.type()) {
            case DATE -> {
                long day = new DateText(period).read(cell);
                yield DateText.isDay(day)
                        ? Optional.of(LocalDate.ofEpochDay(day).toString())
                        : Optional.empty();
            }
            case FLAG ->
                switch (cell.toLowerCase(Locale.ROOT)) {
                    case "1", "1.0", "true" -> Optional.of("true");
                    case "0", "0.0", "false" -> Optional.of("false");
                    default -> Optional.empty();
                };
            case INTEGER -> cell.matches("\\d+") ? Optional.of(cell) : Optional.empty();
            case CODE -> {
                CodeSet codes = layouts.codesOf(column);
                int code = codes.find(cell);
                if (code == CodeSet.UNKNOWN) {
                    yield check.countsUnreadableAsBlank() ? Optional.empty() : Optional.of(cell);
                }
                yield Optional.of(codes.code(code));
            }
            default -> Optional.of(cell);
        };
    }

    /** The newest month that was over when the collection ended; the March of its rules where it does not say. */
    private static YearMonth period(JsonNode judgedCase) {
        String end = judgedCase
                .path("metadata")
                .path("collection_end")
                .asString(judgedCase
                        .path("input")
                        .path("Header")
                        .path(0)
                        .path("ReferenceDate")
                        .asString());
        String start = judgedCase.path("metadata").path("collection_start").asString();
        if (!end.isEmpty()) {
            return YearMonth.from(day(end).plusDays(1)).minusMonths(1);
        }
        if (!start.isEmpty()) {
            return YearMonth.from(day(start)).plusMonths(11);
        }
        String ruleset = judgedCase.path("ruleset").asString();
        return YearMonth.of(Integer.parseInt(ruleset.replaceAll("\\D*(\\d{4})_.*", "$1")) + 1, 3);
    }

    private static LocalDate day(String text) {
        return LocalDate.ofEpochDay(new DateText(YearMonth.of(2030, 3)).read(text));
    }
}
