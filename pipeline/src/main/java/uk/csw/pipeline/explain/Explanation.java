package uk.csw.pipeline.explain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.KpiWords;
import uk.csw.pipeline.kpi.Unit;

/**
 * Everything behind one figure that is shown now.
 *
 * @param kpiCode the KPI
 * @param definitionVersion the version of its definition that gave the figure
 * @param words that definition in words
 * @param unit what the figure is expressed in on this basis
 * @param decimals digits after the point when shown
 * @param authorityKey the authority
 * @param authorityName its name at the end of the period
 * @param period the month the figure is for
 * @param basis how it is accumulated
 * @param releaseId the release that first showed it as it is now
 * @param figure its numbers and status
 * @param signedOff who signed the period off, so that the figure stays as it is; absent when nobody has
 * @param judgement how it is judged; absent when nothing has judged it yet
 * @param comparisons what it is set beside
 * @param members the authority's statistical neighbours in the newest model, nearest first, then the members of each of its
 *     comparison groups
 * @param history how it was first published, and each change since, oldest first
 * @param files the files it rests on, and those held back
 * @param refusals why rows of these files are in quarantine
 */
public record Explanation(
        String kpiCode,
        String definitionVersion,
        KpiWords words,
        Unit unit,
        int decimals,
        int authorityKey,
        String authorityName,
        YearMonth period,
        Basis basis,
        long releaseId,
        Figure figure,
        Optional<SignedOff> signedOff,
        Optional<Judgement> judgement,
        List<Beside> comparisons,
        List<Member> members,
        List<Shown> history,
        List<FileBehind> files,
        List<Refusal> refusals) {
    public Explanation {
        comparisons = List.copyOf(comparisons);
        members = List.copyOf(members);
        history = List.copyOf(history);
        files = List.copyOf(files);
        refusals = List.copyOf(refusals);
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

    /**
     * Who signed the period off, and when.
     *
     * @param isHeld whether the facts now give another figure, or other parts of it
     * @param heldValue that figure; absent when there is none
     */
    public record SignedOff(String by, Instant at, boolean isHeld, Optional<BigDecimal> heldValue) {}

    /** The colour with its reason, the rule behind it, and what else was judged, all in the words of mart.scorecard. */
    public record Judgement(
            String rag,
            String ragReason,
            Optional<Rule> rule,
            String ragLastYearRule,
            String lastYearRuleText,
            String shortState,
            String longState,
            String longCertainty,
            String signal,
            String assurance,
            String projection) {}

    /**
     * The row of {@code config/targets} that applied.
     *
     * @param isForAll whether it holds for every authority rather than for this one
     * @param validTo the last day; 9999-12-31 until further notice
     * @param isToleranceRelative whether tolerances are percent of the target rather than in the KPI's unit
     */
    public record Rule(
            String type,
            String text,
            boolean isForAll,
            LocalDate validFrom,
            LocalDate validTo,
            BigDecimal toleranceBelow,
            BigDecimal toleranceAbove,
            boolean isToleranceRelative,
            String toleranceColour,
            boolean isImprovementAsked,
            String reason,
            String approvedBy) {}

    /** One comparator, and what it is called; without a value, {@code method} says why. */
    public record Beside(
            String comparator,
            String name,
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

    /**
     * One statistical neighbour, or one member of a comparison group.
     *
     * @param comparator statistical_neighbours, or the code of the group
     * @param group what that is called
     * @param edition the model, or the edition of the group
     * @param value its figure in this warehouse for the same period and basis
     * @param publishedValue its published figure, where the figure is set beside published ones
     * @param isUsed whether the average shown takes it in
     * @param reason what of it is used, or why it is left out
     */
    public record Member(
            String comparator,
            String group,
            String edition,
            int place,
            String closeness,
            String code,
            String name,
            Optional<BigDecimal> value,
            Optional<BigDecimal> publishedValue,
            boolean isUsed,
            String reason) {}

    /** The figure as one release showed it, and why it was different from the one before. */
    public record Shown(
            long releaseId,
            Instant publishedAt,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<BigDecimal> value,
            String status,
            String reason) {}

    /** One file of a delivery; a held one waits for a decision and counts for nothing. */
    public record FileBehind(
            long deliveryId,
            long fileId,
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

    /** How many rows of a layout broke one rule; a row may break several. */
    public record Refusal(String layout, String ruleCode, String title, long rows) {}
}
