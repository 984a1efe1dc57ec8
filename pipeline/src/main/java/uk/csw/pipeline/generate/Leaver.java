package uk.csw.pipeline.generate;

import java.time.LocalDate;

/**
 * What an authority knows of a care leaver around one birthday, 17 to 21 (table OC3). Codes are those of the SSDA903
 * guide.
 */
public record Leaver(LocalDate birthday, int age, String inTouch, String activity, String accommodation) {}
