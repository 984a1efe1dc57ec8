package uk.csw.pipeline.comparator;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which rows of a table hold a figure: those whose column has one of these labels. Capitals and doubled spaces do not
 * matter; a {@code *} at the end of a label stands for anything.
 *
 * @param column spellings of the column
 * @param labels the labels
 */
record LabelFilter(List<String> column, List<String> labels) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    LabelFilter {
        column = List.copyOf(column);
        labels = labels.stream().map(LabelFilter::folded).toList();
    }

    /** Whether {@code folded}, a cell as {@link #folded} gives it, has one of the labels. */
    boolean accepts(String folded) {
        for (String label : labels) {
            boolean open = label.endsWith("*");
            if (open ? folded.startsWith(label.substring(0, label.length() - 1)) : folded.equals(label)) {
                return true;
            }
        }
        return false;
    }

    /** The text in small letters, with single spaces. */
    static String folded(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
