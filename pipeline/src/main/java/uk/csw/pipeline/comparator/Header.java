package uk.csw.pipeline.comparator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the columns of a file stand. Capitals in their names do not matter; the first of two alike counts. */
final class Header {
    static final int MISSING = -1;

    private final Map<String, Integer> places = new HashMap<>();
    private final int width;

    Header(List<String> names) {
        width = names.size();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(LabelFilter.folded(names.get(i)), i);
        }
    }

    /** How many columns there are. */
    int width() {
        return width;
    }

    boolean has(List<String> spellings) {
        return place(spellings) != MISSING;
    }

    /** Where the column with any of these spellings stands; {@link #MISSING} when there is none. */
    int place(List<String> spellings) {
        for (String spelling : spellings) {
            Integer place = places.get(LabelFilter.folded(spelling));
            if (place != null) {
                return place;
            }
        }
        return MISSING;
    }
}
