/**
 * Time as children's services count it: financial year, quarter, academic year, working days.
 * Plain values over {@link java.time.YearMonth} and {@link java.time.LocalDate}; uses no other package of ours.
 * Owns no table.
 */
@NullMarked
package uk.csw.pipeline.calendar;

import org.jspecify.annotations.NullMarked;
