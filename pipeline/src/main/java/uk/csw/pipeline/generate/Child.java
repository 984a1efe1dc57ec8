package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A child who does not exist.
 *
 * @param key seeds everything that is drawn for the child
 * @param id the authority's own id, unique within it
 * @param motherFrom the birth of her first child; far in the future for everybody else
 * @param asylumEnds when unaccompanied asylum seeking status ends; the birth date of a child who never had it
 */
record Child(
        long key,
        String id,
        boolean isMale,
        LocalDate birth,
        String ethnicity,
        String upn,
        LocalDate motherFrom,
        LocalDate asylumEnds) {

    int ageOn(LocalDate day) {
        return (int) ChronoUnit.YEARS.between(birth, day);
    }

    LocalDate birthday(int age) {
        return birth.plusYears(age);
    }

    boolean isAsylumSeeker() {
        return asylumEnds.isAfter(birth);
    }
}
