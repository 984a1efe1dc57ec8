package uk.csw.pipeline.comparator;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one published table is read, in every edition of it.
 *
 * @param name its name, shown beside each figure
 * @param layout how area and year are written
 * @param recognisedBy columns a file of it must have, each with its spellings
 * @param areas area numbers that are no authority, with the code of the area
 * @param figures what is taken from it
 * @param fingerprint changes whenever the mapping does
 */
record PublishedTable(
        String name,
        Layout layout,
        List<List<String>> recognisedBy,
        Map<String, String> areas,
        List<MappedFigure> figures,
        String fingerprint) {
    PublishedTable {
        recognisedBy = List.copyOf(recognisedBy);
        areas = Map.copyOf(areas);
        figures = List.copyOf(figures);
    }

    /** Whether it gathers what other tables publish first, so that at the same age those are preferred. */
    boolean isCollection() {
        return layout == Layout.LOCAL_AUTHORITY_INTERACTIVE_TOOL;
    }

    /** How area and year are written. */
    enum Layout {
        EXPLORE_EDUCATION_STATISTICS(
                "time_period", List.of("geographic_level", "region_code", "region_name", "old_la_code", "la_name")),
        LOCAL_AUTHORITY_INTERACTIVE_TOOL("Years", List.of("LA Number", "LA and Regions"));

        private final String year;
        private final List<String> area;

        Layout(String year, List<String> area) {
            this.year = year;
            this.area = area;
        }

        /** The column that holds the year. */
        List<String> year() {
            return List.of(year);
        }

        /** Whether a file with this header says where and when its figures belong. */
        boolean fits(Header header) {
            return header.has(year()) && area.stream().allMatch(column -> header.has(List.of(column)));
        }

        static Layout of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
