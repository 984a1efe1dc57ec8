package uk.csw.pipeline.delivery;

/**
 * A table that the guard holds back.
 *
 * @param deliveryId its delivery
 * @param authorityKey whose it is
 * @param periodKey the month it is about, {@code yyyymm}
 * @param layout which table
 * @param rows rows it has
 * @param trustedRows rows of the table before it that was trusted
 * @param trustedPeriodKey the month that one was about
 */
public record HeldTable(
        long deliveryId,
        int authorityKey,
        int periodKey,
        String layout,
        long rows,
        long trustedRows,
        int trustedPeriodKey) {}
