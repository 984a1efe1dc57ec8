package uk.csw.pipeline.quality;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import uk.csw.pipeline.layout.CodeSet;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/**
 * Several codes in one cell (formats.md section 7.1, row 9): {@code 1A,2B}, {@code 1A; 2B}, {@code ['1A', '2B']}. Written
 * as codes parted by commas, each once. One that is unknown is left out with a warning; the others stay.
 */
final class CodeListJudge extends CellJudge {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;|\\[\\]'\"]+");

    private final CodeSet codes;

    CodeListJudge(Layout layout, Column column, CodeSet codes) {
        super(layout, column);
        this.codes = codes;
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        if (CellText.meansBlank(text)) {
            blank(row);
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        for (String word : BETWEEN.split(text)) {
            int code = word.isEmpty() ? CodeSet.UNKNOWN : codes.find(word);
            if (code != CodeSet.UNKNOWN) {
                known.add(codes.code(code));
            } else if (!word.isEmpty()) {
                remark(RowRule.CODE_UNKNOWN, word, codes.examples(), row);
            }
        }
        if (known.isEmpty()) {
            blank(row);
        } else {
            row.target().text(String.join(",", known));
        }
    }
}
