package uk.csw.pipeline.layout;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.csw.pipeline.settings.ConfigText;
import uk.csw.pipeline.settings.Problem;

/** Reads the code sets in {@code config/codes/}; what is wrong with them is collected, not thrown. */
final class CodeSetReader {
    private static final List<String> HEADER =
            List.of("code", "name", "group_code", "group_name", "valid_from", "valid_to", "aliases");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private final Path configDir;
    private final List<Problem> problems;

    CodeSetReader(Path configDir, List<Problem> problems) {
        this.configDir = configDir;
        this.problems = problems;
    }

    /** Every code set by name, in order of name. */
    Map<String, CodeSet> readAll() {
        Path folder = configDir.resolve("codes");
        Map<String, CodeSet> sets = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".csv")).sorted().forEach(file -> {
                String name = file.getFileName().toString().replace(".csv", "");
                read("codes/" + file.getFileName(), name).ifPresent(set -> sets.put(name, set));
            });
        } catch (IOException e) {
            problems.add(
                    new Problem("codes", 0, "no readable folder (" + e + ")", "a folder of CSV files", "restore it"));
        }
        return sets;
    }

    private Optional<CodeSet> read(String file, String name) {
        Optional<String> text = ConfigText.read(configDir, file, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text.get()), FORMAT)) {
            if (!parser.getHeaderNames().equals(HEADER)) {
                problems.add(new Problem(
                        file,
                        1,
                        "the columns " + String.join(",", parser.getHeaderNames()),
                        String.join(",", HEADER),
                        "correct the first line"));
                return Optional.empty();
            }
            return Optional.of(codes(file, name, parser));
        } catch (IOException | RuntimeException e) {
            problems.add(ConfigText.notTable(file, e));
            return Optional.empty();
        }
    }

    private CodeSet codes(String file, String name, CSVParser parser) {
        List<Code> entries = new ArrayList<>();
        Map<String, String> aliases = new LinkedHashMap<>();
        Set<String> spans = new HashSet<>();
        for (CSVRecord line : parser) {
            int number = (int) parser.getCurrentLineNumber();
            if (!line.isConsistent() || line.get("code").isEmpty()) {
                problem(file, number, "a line without a code, or with too few or many cells", HEADER.size() + " cells");
                continue;
            }
            Code code = code(file, number, line);
            entries.add(code);
            if (!spans.add(code.code() + "|" + code.validFrom())) {
                problem(file, number, "code '" + code.code() + "' again from the same day", "each span of a code once");
            }
            Stream.of(line.get("aliases").split("\\|"))
                    .filter(alias -> !alias.isBlank())
                    .forEach(alias -> alias(file, number, alias.strip(), code.code(), aliases));
        }
        for (String alias : aliases.keySet()) {
            entries.stream()
                    .filter(code ->
                            code.code().equalsIgnoreCase(alias) && !code.code().equals(aliases.get(alias)))
                    .findFirst()
                    .ifPresent(code ->
                            problem(file, 0, "alias '" + alias + "', which is a code itself", "one meaning per word"));
        }
        return new CodeSet(name, entries, aliases);
    }

    private Code code(String file, int number, CSVRecord line) {
        LocalDate from = day(file, number, line.get("valid_from"), LocalDate.MIN);
        LocalDate to = day(file, number, line.get("valid_to"), LocalDate.MAX);
        if (to.isBefore(from)) {
            problem(file, number, "valid_to before valid_from", "a span of time");
        }
        return new Code(line.get("code"), line.get("name"), line.get("group_code"), line.get("group_name"), from, to);
    }

    private LocalDate day(String file, int number, String text, LocalDate whenBlank) {
        try {
            return text.isEmpty() ? whenBlank : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problem(file, number, "the date '" + text + "'", "a date such as 2026-04-01, or nothing");
            return whenBlank;
        }
    }

    private void alias(String file, int number, String alias, String code, Map<String, String> aliases) {
        String other = aliases.put(alias, code);
        if (other != null && !other.equals(code)) {
            problem(
                    file,
                    number,
                    "alias '" + alias + "' for " + code + " and for " + other,
                    "one meaning per word; a word that can mean both is better unknown");
        }
    }

    private void problem(String file, int line, String found, String expected) {
        problems.add(new Problem(file, line, found, expected, "correct the file and run 'config check'"));
    }
}
