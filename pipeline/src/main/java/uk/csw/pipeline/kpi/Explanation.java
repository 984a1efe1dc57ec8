package uk.csw.pipeline.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Everything behind one figure that is shown now.
 *
 * @param kpiCode the KPI
 * @param definitionVersion the version of its definition that gave the figure
 * @param words that definition in words
 * @param unit what the figure is expressed in
 * @param decimals digits after the point when shown
 * @param authorityKey the authority
 * @param period the month the figure is for
 * @param basis how it is accumulated
 * @param releaseId the first release that showed it
 * @param figure its numbers and status
 * @param files the files it rests on, and those held back
 * @param comparisons what it is set beside
 */
public record Explanation(
        String kpiCode,
        String definitionVersion,
        KpiWords words,
        Unit unit,
        int decimals,
        int authorityKey,
        YearMonth period,
        Basis basis,
        long releaseId,
        Figure figure,
        List<FileBehind> files,
        List<Beside> comparisons) {
    public Explanation {
        files = List.copyOf(files);
        comparisons = List.copyOf(comparisons);
    }

    /** Rows that could not be loaded from the files the figure rests on, per layout. */
    public List<Quarantined> quarantined() {
        return files.stream()
                .filter(file -> !file.isHeld())
                .map(FileBehind::layout)
                .distinct()
                .map(layout -> new Quarantined(layout, sum(layout, true), sum(layout, false)))
                .toList();
    }

    private long sum(String layout, boolean quarantinedOnly) {
        return files.stream()
                .filter(file -> !file.isHeld() && file.layout().equals(layout))
                .mapToLong(file -> quarantinedOnly ? file.rowsQuarantined() : file.rowsRead())
                .sum();
    }

    /**
     * The numbers; an absent one is not known.
     *
     * @param status measured, too_few, immature, not_available, not_applicable or no_data
     * @param reason why it has this status, in words
     */
    public record Figure(
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<BigDecimal> value,
            Optional<BigDecimal> intervalLow,
            Optional<BigDecimal> intervalHigh,
            boolean isProvisional,
            String status,
            String reason) {}

    /** One file of a delivery; a held one waits for a decision and counts for nothing. */
    public record FileBehind(
            long deliveryId,
            YearMonth period,
            String layout,
            String fileName,
            boolean isHeld,
            long rowsRead,
            long rowsStaged,
            long rowsQuarantined,
            Instant receivedAt) {}

    /** Rows in quarantine out of the rows read. */
    public record Quarantined(String layout, long rowsQuarantined, long rowsRead) {}

    /** One comparator; without a value, {@code method} says why. */
    public record Beside(
            String comparator,
            Optional<YearMonth> period,
            String vintage,
            Optional<BigDecimal> value,
            Optional<BigDecimal> difference,
            String direction,
            String method,
            int membersUsed,
            int membersTotal,
            Optional<Integer> rank,
            Optional<Integer> rankOf) {}
}
