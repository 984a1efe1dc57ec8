package uk.csw.pipeline.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One generated file as it lies on the disk, untidy as it is, read line by line by hand: nothing here comes from the
 * product, so that a fault of its reader shows.
 *
 * @param headers as written, in capitals
 * @param rows the rows that have as many cells as the header
 */
record ReturnedFile(Set<String> headers, List<Row> rows) {
    private static final Set<String> NOTHING = Set.of("NULL", "N/A", "nan", "#N/A");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final Pattern SLASHED = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d\\d|\\d{4})");

    static ReturnedFile read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] headers =
                lines.get(0).replace("\uFEFF", "").toUpperCase(Locale.ROOT).split(",", -1);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < headers.length; i++) {
            places.put(headers[i], i);
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            boolean isBlank = line.replace(",", "").isBlank();
            if (!isBlank && cells.size() == headers.length) {
                rows.add(new Row(places, cells));
            }
        }
        return new ReturnedFile(places.keySet(), rows);
    }

    /** One row; a cell that cannot be read counts as blank. */
    record Row(Map<String, Integer> places, List<String> cells) {
        /** @param header in capitals */
        String text(String header) {
            String cell = places.containsKey(header) ? cells.get(places.getOrDefault(header, 0)) : "";
            return NOTHING.contains(cell) ? "" : cell;
        }

        /** The cell in capitals; blank when it is none of the codes. */
        String code(String header, Pattern codes) {
            String code = text(header).toUpperCase(Locale.ROOT);
            return codes.matcher(code).matches() ? code : "";
        }

        String child(String header) {
            String id = text(header);
            return id.endsWith(".0") ? id.substring(0, id.length() - 2) : id;
        }

        Optional<LocalDate> date(String header) {
            Matcher iso = ISO.matcher(text(header));
            if (iso.matches()) {
                return day(iso.group(1), iso.group(2), iso.group(3));
            }
            Matcher slashed = SLASHED.matcher(text(header));
            if (slashed.matches()) {
                String year = slashed.group(3);
                return day(year.length() == 2 ? "20" + year : year, slashed.group(2), slashed.group(1));
            }
            return Optional.empty();
        }

        boolean isTrue(String header) {
            return Set.of("true", "1").contains(text(header).toLowerCase(Locale.ROOT));
        }

        private static Optional<LocalDate> day(String year, String month, String day) {
            try {
                return Optional.of(
                        LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
