package uk.csw.pipeline.comparator;

/**
 * The area that a published row is about.
 *
 * @param level {@code authority}, {@code region} or {@code england}
 * @param code three-digit code of an authority, or of two that report together as published ("314 / 318"); otherwise
 *     the ONS code of the region or country
 * @param name its name as published
 */
record Area(String level, String code, String name) {
    static final String ENGLAND = "E92000001";
}
