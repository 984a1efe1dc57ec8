package uk.csw.pipeline.layout;

import java.util.List;

/**
 * The headings of a layout, folded once for all the files it is held against.
 *
 * @param layout the layout
 * @param folded per column of it, every heading it may stand under
 */
record Headings(Layout layout, List<List<String>> folded) {
    static Headings of(Layout layout) {
        return new Headings(
                layout,
                layout.columns().stream()
                        .map(column -> column.headers().stream()
                                .map(FoldedHeader::fold)
                                .toList())
                        .toList());
    }
}
