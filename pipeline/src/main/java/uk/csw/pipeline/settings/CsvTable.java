package uk.csw.pipeline.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file of the configuration with a fixed header line. Nothing is thrown for a bad file: what is wrong, in the
 * file and in the rows as they are read, is added to the list of problems it was given.
 */
public final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private CsvTable() {}

    /** The rows of every {@code config/<folder>/*.csv}, by file name; none without the folder. */
    public static List<CsvRow> readFolder(Path configDir, String folder, List<String> columns, List<Problem> problems) {
        Path path = configDir.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> folder + "/" + file.getFileName())
                    .filter(file -> file.endsWith(".csv"))
                    .sorted()
                    .flatMap(file -> read(configDir, file, columns, problems).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rows of {@code config/<file>}; none when its header is not exactly {@code columns}.
     *
     * @param problems receives what is wrong, also later while the rows are read
     */
    public static List<CsvRow> read(Path configDir, String file, List<String> columns, List<Problem> problems) {
        Optional<String> text = ConfigText.read(configDir, file, problems);
        if (text.isEmpty()) {
            return List.of();
        }
        try (CSVParser parser = FORMAT.parse(new StringReader(text.get()))) {
            List<CsvRow> rows = new ArrayList<>();
            boolean header = true;
            long line = 1;
            for (CSVRecord record : parser) {
                // A record may begin after blank lines and span several: its line is where it ends, less what is in it.
                line = parser.getCurrentLineNumber() - lineBreaks(record);
                if (header && !record.toList().equals(columns)) {
                    problems.add(new Problem(
                            file,
                            (int) line,
                            "the header " + String.join(",", record.toList()),
                            "the header " + String.join(",", columns),
                            "restore the header; the columns must be these, in this order"));
                    return List.of();
                }
                if (!header && record.size() != columns.size()) {
                    problems.add(new Problem(
                            file,
                            (int) line,
                            record.size() + " cells",
                            columns.size() + " cells",
                            "put a text that holds a comma into double quotes"));
                } else if (!header) {
                    rows.add(new CsvRow(file, (int) line, columns, record.toList(), problems));
                }
                header = false;
            }
            if (header) {
                problems.add(new Problem(file, 0, "an empty file", "the header " + String.join(",", columns), ""));
            }
            return rows;
        } catch (IOException | UncheckedIOException e) {
            problems.add(ConfigText.notTable(file, e));
            return List.of();
        }
    }

    private static long lineBreaks(CSVRecord record) {
        return record.stream()
                .mapToLong(cell ->
                        cell.chars().filter(character -> character == '\n').count())
                .sum();
    }
}
