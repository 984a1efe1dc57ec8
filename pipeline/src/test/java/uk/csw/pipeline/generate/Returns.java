package uk.csw.pipeline.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads generated files back, as simply as clean files can be read. */
final class Returns {
    private final Path inbox;

    Returns(Path inbox) {
        this.inbox = inbox;
    }

    static GeneratedAuthority town() {
        return new GeneratedAuthority(372, "Town", 60_000);
    }

    static GeneratedAuthority county() {
        return new GeneratedAuthority(881, "County", 90_000);
    }

    static GeneratedAuthority withNumericIds() {
        return new GeneratedAuthority(384, "City", 77_000);
    }

    static GeneratorOptions oneYear(GeneratedAuthority... authorities) {
        return GeneratorOptions.of(List.of(authorities), YearMonth.of(2024, 4), YearMonth.of(2025, 3))
                .withMess(MessShares.none());
    }

    /** Every row as header and cell. */
    List<Map<String, String>> rows(GeneratedAuthority authority, YearMonth month, String table) throws IOException {
        Path file = inbox.resolve(authority.code() + "/" + month + "/" + table + ".csv");
        List<String> lines = Files.readAllLines(file);
        String[] headers = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < headers.length; i++) {
                row.put(headers[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** A date of a row; the last possible day when it is blank. */
    static LocalDate date(Map<String, String> row, String header) {
        String text = row.getOrDefault(header, "");
        if (text.isEmpty()) {
            return LocalDate.MAX;
        }
        return LocalDate.of(
                Integer.parseInt(text.substring(6)),
                Integer.parseInt(text.substring(3, 5)),
                Integer.parseInt(text.substring(0, 2)));
    }
}
