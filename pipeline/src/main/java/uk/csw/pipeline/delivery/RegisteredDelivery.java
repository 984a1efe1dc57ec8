package uk.csw.pipeline.delivery;

import java.time.YearMonth;

/**
 * A delivery that the warehouse knows.
 *
 * @param deliveryId its number; a later one for the same authority and period supersedes it
 * @param authorityCode three digits
 * @param period the month it is about
 * @param state {@code registered}, {@code landed} or {@code refused}
 * @param files how many tables it has
 * @param bytes their size together
 */
public record RegisteredDelivery(
        long deliveryId, String authorityCode, YearMonth period, String state, int files, long bytes) {}
