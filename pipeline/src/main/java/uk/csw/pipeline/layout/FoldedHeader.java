package uk.csw.pipeline.layout;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A header row with the differences removed that people do not see: case, byte-order mark, kinds of space and quote
 * (formats.md section 7.1, rows 2, 5 and 6).
 *
 * @param cells the headers as they stand in the file
 * @param folded the same, folded; blank where a column has no header
 */
record FoldedHeader(List<String> cells, List<String> folded) {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\ufeff\\u200b]+");

    static FoldedHeader of(List<String> cells) {
        return new FoldedHeader(
                List.copyOf(cells), cells.stream().map(FoldedHeader::fold).toList());
    }

    static String fold(String header) {
        String straight = header.replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
        return SPACES.matcher(straight).replaceAll(" ").strip().toLowerCase(Locale.UK);
    }
}
