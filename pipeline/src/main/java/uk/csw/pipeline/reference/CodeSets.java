package uk.csw.pipeline.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.csw.pipeline.settings.CsvRow;
import uk.csw.pipeline.settings.CsvTable;
import uk.csw.pipeline.settings.Problem;

/** The code sets in {@code config/codes/}, one file each. Immutable. */
public final class CodeSets {
    private static final List<String> COLUMNS =
            List.of("code", "name", "group_code", "group_name", "valid_from", "valid_to", "aliases");
    private static final Pattern LIST = Pattern.compile("\\|");

    private final SortedMap<String, List<Code>> sets;

    private CodeSets(SortedMap<String, List<Code>> sets) {
        this.sets = sets;
    }

    /**
     * Reads every code set.
     *
     * @param problems receives everything wrong with them
     */
    public static CodeSets load(Path configDir, List<Problem> problems) {
        SortedMap<String, List<Code>> sets = new TreeMap<>();
        try (Stream<Path> files = Files.list(configDir.resolve("codes"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .forEach(name -> {
                        String set = name.substring(0, name.length() - ".csv".length());
                        sets.put(set, read(configDir, set, problems));
                    });
        } catch (IOException e) {
            problems.add(new Problem("codes", 0, "no readable folder (" + e + ")", "a folder of code sets", ""));
        }
        return new CodeSets(sets);
    }

    /** Names of all sets. */
    public Set<String> names() {
        return sets.keySet();
    }

    /** The codes of {@code set} in order; none when there is no such set. */
    public List<Code> codes(String set) {
        return sets.getOrDefault(set, List.of());
    }

    /** Every code of every set. */
    public List<Code> all() {
        return sets.values().stream().flatMap(List::stream).toList();
    }

    private static List<Code> read(Path configDir, String set, List<Problem> problems) {
        List<Code> codes = new ArrayList<>();
        Map<String, String> meanings = new HashMap<>();
        Map<String, String> groups = new HashMap<>();
        for (CsvRow row : CsvTable.read(configDir, "codes/" + set + ".csv", COLUMNS, problems)) {
            Code code = code(set, row, codes.size() + 1);
            check(row, code, codes, meanings, groups);
            codes.add(code);
        }
        return List.copyOf(codes);
    }

    private static Code code(String set, CsvRow row, int order) {
        String code = row.text("code");
        String name = row.text("name");
        String groupCode = row.optional("group_code").orElse(code);
        LocalDate from = row.date("valid_from", Code.ALWAYS);
        LocalDate to = row.date("valid_to", Authority.STANDING);
        List<String> aliases = row.optional("aliases")
                .map(text -> Arrays.stream(LIST.split(text)).map(String::strip).toList())
                .orElse(List.of());
        return new Code(set, code, name, groupCode, row.optional("group_name").orElse(name), order, from, to, aliases);
    }

    private static void check(
            CsvRow row, Code code, List<Code> before, Map<String, String> meanings, Map<String, String> groups) {
        if (row.optional("group_code").isPresent() != row.optional("group_name").isPresent()) {
            row.problem("half a group", "group_code and group_name, or neither", "fill in both");
        }
        if (code.validTo().isBefore(code.validFrom())) {
            row.problem("valid_to before valid_from", "a span of time", "correct the dates");
        }
        String groupName = groups.putIfAbsent(code.groupCode(), code.groupName());
        if (groupName != null && !groupName.equals(code.groupName())) {
            row.problem(
                    "group name '" + code.groupName() + "'", "'" + groupName + "' as above", "use one name per group");
        }
        before.stream()
                .filter(other -> other.code().equals(code.code()))
                .filter(other -> !code.validFrom().isAfter(other.validTo())
                        && !other.validFrom().isAfter(code.validTo()))
                .findFirst()
                .ifPresent(other -> row.problem(
                        "code " + code.code() + " twice for the same time",
                        "one row",
                        "end one before the next begins"));
        Stream.concat(Stream.of(code.code()), code.aliases().stream()).forEach(spelling -> {
            String meaning = meanings.putIfAbsent(spelling.toUpperCase(Locale.ROOT), code.code());
            if (meaning != null && !meaning.equals(code.code())) {
                row.problem(
                        "'" + spelling + "' for " + code.code(),
                        "one meaning; it is " + meaning + " above",
                        "choose one");
            }
        });
    }
}
