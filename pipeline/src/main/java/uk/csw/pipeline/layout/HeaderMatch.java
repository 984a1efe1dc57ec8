package uk.csw.pipeline.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a header fits a layout.
 *
 * @param layout the layout
 * @param positions per column of the layout where it stands, -1 where it is absent
 * @param missing headers the layout needs and the file lacks
 * @param twice headers that mean one column; empty when every column stands once
 * @param ignored headers the layout does not know
 */
record HeaderMatch(Layout layout, int[] positions, List<String> missing, List<String> twice, List<String> ignored) {
    static HeaderMatch of(Headings headings, FoldedHeader header) {
        Layout layout = headings.layout();
        int[] positions = new int[layout.columns().size()];
        Arrays.fill(positions, -1);
        boolean[] known = new boolean[header.cells().size()];
        List<String> missing = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            Column column = layout.columns().get(i);
            List<Integer> found = places(headings.folded().get(i), header);
            found.forEach(place -> known[place] = true);
            if (found.size() > 1 && twice.isEmpty()) {
                found.forEach(place -> twice.add(header.cells().get(place).strip()));
            }
            if (!found.isEmpty()) {
                positions[i] = found.get(0);
            } else if (!column.mayBeAbsent()) {
                missing.add(column.headers().get(0));
            }
        }
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < known.length; place++) {
            if (!known[place] && !header.folded().get(place).isEmpty()) {
                ignored.add(header.cells().get(place).strip());
            }
        }
        return new HeaderMatch(layout, positions, missing, twice, ignored);
    }

    boolean fits() {
        return missing.isEmpty();
    }

    /** Columns of the layout that the file has. */
    int matched() {
        return (int) Arrays.stream(positions).filter(place -> place >= 0).count();
    }

    private static List<Integer> places(List<String> names, FoldedHeader header) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < header.folded().size(); place++) {
            if (names.contains(header.folded().get(place))) {
                places.add(place);
            }
        }
        return places;
    }
}
