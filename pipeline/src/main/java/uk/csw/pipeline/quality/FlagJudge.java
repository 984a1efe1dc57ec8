package uk.csw.pipeline.quality;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** Yes or no, in the ways they are written: {@code 1}, {@code Y}, {@code TRUE}, {@code 1.0}, {@code b. No}. */
final class FlagJudge extends CellJudge {
    private static final Set<String> YES = Set.of("1", "y", "yes", "true", "t", "1.0");
    private static final Set<String> NO = Set.of("0", "n", "no", "false", "f", "0.0");
    /** {@code a) Yes}, {@code b. No}, {@code 1 = Yes}, {@code 0 - No}. */
    private static final Pattern LABELLED = Pattern.compile("(?:[a-z][).] ?|[01] ?[=:-] ?)(yes|no|true|false)");

    private final boolean inverse;

    /** @param inverse the file asks the opposite question */
    FlagJudge(Layout layout, Column column, boolean inverse) {
        super(layout, column);
        this.inverse = inverse;
    }

    @Override
    boolean judgePlain(String text, RowInProgress row) {
        boolean plain = text.equals("1") || text.equals("0");
        if (plain) {
            row.target().bool(text.equals("1") != inverse);
        }
        return plain;
    }

    @Override
    void judgeText(String text, RowInProgress row) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!judgeWord(word, row)) {
            Matcher labelled = LABELLED.matcher(word);
            if (!labelled.matches() || !judgeWord(labelled.group(1), row)) {
                fault(RowRule.FLAG_UNREADABLE, text, "1 or 0", row);
            }
        }
    }

    private boolean judgeWord(String word, RowInProgress row) {
        boolean yes = YES.contains(word);
        if (!yes && !NO.contains(word)) {
            return false;
        }
        row.target().bool(yes != inverse);
        return true;
    }
}
