package uk.csw.pipeline.publish;

/**
 * What a publication changed; zeros when the release was published already.
 *
 * @param valuesOpened figures that are new or different
 * @param valuesClosed figures that are no longer shown
 * @param comparisonsOpened comparisons that are new or different
 * @param comparisonsClosed comparisons that are no longer shown
 */
public record Published(long valuesOpened, long valuesClosed, long comparisonsOpened, long comparisonsClosed) {
    static final Published NOTHING = new Published(0, 0, 0, 0);

    Published and(Published other) {
        return new Published(
                valuesOpened + other.valuesOpened,
                valuesClosed + other.valuesClosed,
                comparisonsOpened + other.comparisonsOpened,
                comparisonsClosed + other.comparisonsClosed);
    }
}
