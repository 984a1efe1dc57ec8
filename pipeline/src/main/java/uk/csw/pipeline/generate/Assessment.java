package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.List;

/** A continuous assessment, from its first day to its authorisation. */
record Assessment(LocalDate start, LocalDate end, List<String> factors, Recording begun, Recording ended) {}
