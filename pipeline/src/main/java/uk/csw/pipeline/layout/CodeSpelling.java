package uk.csw.pipeline.layout;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the code in the ways people and systems write it (formats.md section 7.1, row 8): {@code c2}, {@code 1.0},
 * {@code C2 Full care order}, {@code N1 - Abuse}, {@code 1 = Yes}, {@code (RD1) Needs changed}, {@code a) C2: Full care
 * order}, {@code b. No}, or an alias. Anything else is unknown: a wrong guess would be worse.
 */
final class CodeSpelling {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\ufeff]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern EXCEL_NUMBER = Pattern.compile("(\\d+)\\.0+");
    /** The letter or number of a list item: {@code a)}, {@code b.}, {@code 3)}; not {@code 1.0}. */
    private static final Pattern LIST_ITEM = Pattern.compile("\\(?(?:[a-z]{1,2}[).]|[0-9]{1,2}(?:\\)|\\. )) ?(.+)");

    private static final Pattern BRACKETED = Pattern.compile("\\(([^)]+)\\).*");
    /** A code, something that ends it, and a description. */
    private static final Pattern DESCRIBED = Pattern.compile("([a-z0-9]+)( ?[-:=–] ?| )(.+)");

    private final Map<String, Integer> codes;
    private final Map<String, Integer> aliases;
    private final List<String> names;

    CodeSpelling(Map<String, Integer> codes, Map<String, Integer> aliases, List<String> names) {
        this.codes = codes;
        this.aliases = aliases;
        this.names = names;
    }

    static String fold(String text) {
        String single = SPACES.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.UK);
        return single.endsWith("'") ? single.substring(0, single.length() - 1).strip() : single;
    }

    int find(String cell) {
        String text = fold(cell);
        int whole = whole(text);
        if (whole != CodeSet.UNKNOWN) {
            return whole;
        }
        Matcher item = LIST_ITEM.matcher(text);
        if (item.matches()) {
            int inner = whole(item.group(1));
            return inner == CodeSet.UNKNOWN ? described(item.group(1)) : inner;
        }
        return described(text);
    }

    private int whole(String text) {
        Integer found = codes.getOrDefault(text, aliases.get(text));
        if (found == null) {
            Matcher number = EXCEL_NUMBER.matcher(text);
            found = number.matches() ? named(number.group(1)) : null;
        }
        return found == null ? CodeSet.UNKNOWN : found;
    }

    private int described(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            Integer code = named(bracketed.group(1));
            return code == null ? CodeSet.UNKNOWN : code;
        }
        Matcher described = DESCRIBED.matcher(text);
        if (!described.matches()) {
            return CodeSet.UNKNOWN;
        }
        String code = described.group(1);
        // "a child at home" does not say code A: a single letter needs a mark after it, or the name of the code.
        String rest = described.group(3);
        boolean guess = described.group(2).isBlank() && code.length() == 1 && !names.contains(rest);
        // "c2 e1" and "v3-v4" are two codes.
        Integer found = named(code);
        return guess || found == null || codes.containsKey(rest) ? CodeSet.UNKNOWN : found;
    }

    /** The code itself, or the number that an earlier year had for it: 1 was M. */
    private @Nullable Integer named(String text) {
        Integer code = codes.get(text);
        return code == null && NUMBER.matcher(text).matches() ? aliases.get(text) : code;
    }
}
