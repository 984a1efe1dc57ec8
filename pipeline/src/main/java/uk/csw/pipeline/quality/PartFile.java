package uk.csw.pipeline.quality;

import java.time.YearMonth;

/**
 * One part to be landed, with what is known of its file.
 *
 * @param fileId the file
 * @param partNo which part of it
 * @param deliveryId its delivery
 * @param authorityCode whose it is
 * @param periodKey the month it is about, {@code yyyymm}
 * @param fileName its name below the folder of the delivery
 * @param layout the layout it was recognised as
 * @param fileBytes size of the whole file
 * @param headerTo the byte after the header record
 * @param from first byte of the part
 * @param to the byte after the last
 * @param firstLine line on which the part starts
 * @param checksum CRC-32C of its bytes when it was registered
 */
record PartFile(
        long fileId,
        int partNo,
        long deliveryId,
        String authorityCode,
        int periodKey,
        String fileName,
        String layout,
        long fileBytes,
        long headerTo,
        long from,
        long to,
        long firstLine,
        long checksum) {
    YearMonth period() {
        return YearMonth.of(periodKey / 100, periodKey % 100);
    }

    int authorityKey() {
        return Integer.parseInt(authorityCode);
    }

    /** Where it is, below the inbox. */
    String path() {
        return authorityCode + "/" + period() + "/" + fileName;
    }
}
