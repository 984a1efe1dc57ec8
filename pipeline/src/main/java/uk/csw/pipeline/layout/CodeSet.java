package uk.csw.pipeline.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** The codes of one column, the spellings they come in and when they were valid. Immutable. */
public final class CodeSet {
    /** The answer of {@link #find} for a text that is none of the codes. */
    public static final int UNKNOWN = -1;

    private final String name;
    private final List<Code> entries;
    private final List<String> codes;
    private final List<List<Code>> spans;
    /** Per code, first and last day of each span. */
    private final long[][] validDays;

    private final Map<String, String> aliases;
    private final Map<String, Integer> exact = new HashMap<>();
    private final CodeSpelling spelling;

    CodeSet(String name, List<Code> entries, Map<String, String> aliases) {
        this(name, entries, aliases, Map.of());
    }

    private CodeSet(String name, List<Code> entries, Map<String, String> aliases, Map<String, String> values) {
        this.name = name;
        this.entries = List.copyOf(entries);
        this.aliases = Map.copyOf(aliases);
        Map<String, List<Code>> byCode = new LinkedHashMap<>();
        entries.forEach(entry ->
                byCode.computeIfAbsent(entry.code(), code -> new ArrayList<>()).add(entry));
        this.codes = List.copyOf(byCode.keySet());
        this.spans = List.copyOf(byCode.values());
        this.validDays = spans.stream().map(CodeSet::days).toArray(long[][]::new);
        Map<String, Integer> folded = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            exact.put(codes.get(i), i);
            folded.put(CodeSpelling.fold(codes.get(i)), i);
        }
        values.forEach((word, code) -> {
            exact.put(word, codes.indexOf(code));
            folded.put(CodeSpelling.fold(word), codes.indexOf(code));
        });
        Map<String, Integer> words = new HashMap<>();
        aliases.forEach((alias, code) -> words.put(CodeSpelling.fold(alias), codes.indexOf(code)));
        this.spelling = new CodeSpelling(
                folded,
                words,
                entries.stream().map(Code::name).map(CodeSpelling::fold).toList());
    }

    /** The same codes with one supplier's words, each meaning a code; they win over the codes themselves. */
    public CodeSet with(Map<String, String> values) {
        return values.isEmpty() ? this : new CodeSet(name, entries, aliases, values);
    }

    public String name() {
        return name;
    }

    /** Every code with every span of validity, in the order of the file. */
    public List<Code> entries() {
        return entries;
    }

    /**
     * Which code a cell means: the code itself, in any case, as Excel makes of it ({@code 1.0}), with its description
     * ({@code C2 Full care order}, {@code a) C2: ...}), or an alias.
     *
     * @return a number for {@link #code} and {@link #isValidOn}, or {@link #UNKNOWN}
     */
    public int find(String cell) {
        Integer index = exact.get(cell);
        return index == null ? spelling.find(cell) : index;
    }

    boolean contains(String code) {
        return codes.contains(code);
    }

    /** The code with the number that {@link #find} gave. */
    public String code(int index) {
        return codes.get(index);
    }

    public int size() {
        return codes.size();
    }

    /** The code may be used for something that happened on that day. */
    public boolean isValidOn(int index, long epochDay) {
        long[] days = validDays[index];
        for (int i = 0; i < days.length; i += 2) {
            if (days[i] <= epochDay && epochDay <= days[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private static long[] days(List<Code> spans) {
        return spans.stream()
                .flatMapToLong(span -> LongStream.of(
                        span.validFrom().toEpochDay(), span.validTo().toEpochDay()))
                .toArray();
    }

    /** When the code may be used, in words. */
    public String validity(int index) {
        List<String> words = new ArrayList<>();
        for (Code span : spans.get(index)) {
            String from = span.validFrom().getYear() < 0 ? "" : "from " + span.validFrom();
            String until = span.validTo().getYear() > 9998 ? "" : "until " + span.validTo();
            words.add((from + " " + until).strip());
        }
        return String.join(" or ", words);
    }

    /** A few of the codes, to show what is expected. */
    public String examples() {
        String some = String.join(", ", codes.subList(0, Math.min(12, codes.size())));
        return "a code of " + name.replace('_', ' ') + ": " + some + (codes.size() > 12 ? ", …" : "");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%d codes)", name, codes.size());
    }
}
