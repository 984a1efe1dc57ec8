package uk.csw.pipeline.delivery;

/**
 * A byte range of whole records of a file.
 *
 * @param from first byte
 * @param to the byte after the last
 * @param firstLine line on which it starts, counted from 1
 * @param checksum CRC-32C of its bytes, by which landing knows that they are still the same
 */
record Part(long from, long to, long firstLine, long checksum) {}
