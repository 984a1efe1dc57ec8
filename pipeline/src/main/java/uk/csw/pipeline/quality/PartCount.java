package uk.csw.pipeline.quality;

/**
 * How many rows of a part went where.
 *
 * @param part the part
 * @param read rows in it; blank lines, rows of empty cells and repeated headings are none
 * @param staged rows that stand in staging
 * @param quarantined rows that stand in quarantine
 */
record PartCount(FilePart part, long read, long staged, long quarantined) {}
