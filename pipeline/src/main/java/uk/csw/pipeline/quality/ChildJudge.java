package uk.csw.pipeline.quality;

import java.util.Locale;
import java.util.Set;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;

/** The child's identifier: written twice, as the pseudonymous key and as it is. */
final class ChildJudge extends TextJudge {
    private static final Set<String> TOTALS = Set.of("total", "totals", "grand total", "count", "sum");

    private final ChildKeys keys;
    private final int authorityKey;

    ChildJudge(Layout layout, Column column, ChildKeys keys, int authorityKey) {
        super(layout, column);
        this.keys = keys;
        this.authorityKey = authorityKey;
    }

    @Override
    void write(String value, RowInProgress row) {
        char first = value.charAt(0);
        if (first >= 'A' && TOTALS.contains(value.toLowerCase(Locale.ROOT))) {
            remark(RowRule.ROW_IS_TOTAL, value, "the identifier of a child", row);
        }
        row.target().bigint(keys.key(authorityKey, value));
        row.target().text(value);
    }

    @Override
    void leaveOut(RowInProgress row) {
        row.target().nothing();
        row.target().nothing();
    }
}
