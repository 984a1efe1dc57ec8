package uk.csw.pipeline.generate;

import java.time.LocalDate;

/** From this date the child's circumstances are others; {@code reason} is why the placement changed, if it did. */
record Change(LocalDate date, Circumstances to, String reason, Recording recording) {}
