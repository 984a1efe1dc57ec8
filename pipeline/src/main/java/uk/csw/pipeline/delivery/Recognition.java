package uk.csw.pipeline.delivery;

import java.util.List;

/** What a header row says about the table below it. */
public sealed interface Recognition {
    /** The entity of a table that is known and holds nothing we use. */
    String NO_ENTITY = "none";

    /**
     * The header belongs to one layout.
     *
     * @param layout the layout's name
     * @param source the source system or return it belongs to
     * @param entity the staging table it fills, or {@link #NO_ENTITY}
     * @param ignoredColumns headers that the layout does not know
     */
    record Recognised(String layout, String source, String entity, List<String> ignoredColumns)
            implements Recognition {}

    /**
     * No layout has this header.
     *
     * @param nearestLayout the layout with most columns in common; empty when none has any
     * @param missingHeaders what that layout needs and the header lacks
     */
    record Unknown(String nearestLayout, List<String> missingHeaders) implements Recognition {}

    /** Several layouts fit equally well. */
    record Ambiguous(List<String> layouts) implements Recognition {}

    /**
     * Two headers are names of one column.
     *
     * @param layout the layout that fits otherwise
     * @param headers the headers that mean the same
     */
    record HeaderTwice(String layout, List<String> headers) implements Recognition {}
}
