package uk.csw.pipeline.quality;

/** Names one part of one file. */
public record FilePart(long fileId, int partNo) {}
