package uk.csw.jobs.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in aligned columns, for a terminal: two spaces between columns, figures to the right. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> toTheRight;

    private TextTable(List<String> titles, Set<Integer> toTheRight) {
        this.toTheRight = toTheRight;
        rows.add(titles);
    }

    /** A table with these column titles; a title that begins with {@code >} sets its column to the right. */
    public static TextTable of(String... titles) {
        Set<Integer> right = IntStream.range(0, titles.length)
                .filter(column -> titles[column].startsWith(">"))
                .boxed()
                .collect(Collectors.toSet());
        return new TextTable(
                Arrays.stream(titles)
                        .map(title -> title.startsWith(">") ? title.substring(1) : title)
                        .toList(),
                right);
    }

    /** One more row; as many cells as there are titles. */
    public TextTable row(Object... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("A row of " + cells.length + " cells in a table of "
                    + rows.get(0).size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** Whether there is no row below the titles. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The lines of the table, titles first, no line with trailing spaces. */
    public List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String gap = " ".repeat(widths[column] - width(row.get(column)));
            line.append(column == 0 ? "" : "  ")
                    .append(toTheRight.contains(column) ? gap + row.get(column) : row.get(column) + gap);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
