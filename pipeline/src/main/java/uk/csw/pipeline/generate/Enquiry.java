package uk.csw.pipeline.generate;

import java.time.LocalDate;

/** A section 47 enquiry; {@code conference} is far in the future when none is needed. */
record Enquiry(LocalDate start, LocalDate conference, LocalDate target, Recording begun, Recording held) {
    boolean needsConference() {
        return conference.isBefore(LocalDate.MAX);
    }
}
