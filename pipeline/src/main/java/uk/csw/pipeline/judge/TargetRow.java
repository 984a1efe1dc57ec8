package uk.csw.pipeline.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import uk.csw.pipeline.settings.CsvRow;

/** The cells of a row of targets, read by type. What is wrong with one is among the problems of the file. */
final class TargetRow {
    private static final Pattern PARTS = Pattern.compile("[|; ]+");
    private static final int MONTHS = 12;
    private static final BigDecimal ROUNDING = new BigDecimal("0.001");

    private final CsvRow row;

    TargetRow(CsvRow row) {
        this.row = row;
    }

    /** The number in a cell; none when it is blank. */
    List<BigDecimal> number(String column) {
        return row.optional(column).stream()
                .flatMap(text -> parsed(column, text).stream())
                .toList();
    }

    /** The number in a cell, not below zero; zero when it is blank. */
    BigDecimal amount(String column) {
        List<BigDecimal> number = number(column);
        if (!number.isEmpty() && number.get(0).signum() < 0) {
            row.problem(column + " " + number.get(0), "a number from 0 up", "write the size of the tolerance");
        }
        return number.isEmpty() ? BigDecimal.ZERO : number.get(0);
    }

    /** One of some words; the first when the cell is blank. */
    String word(String column, List<String> words) {
        String text = row.optional(column).orElse(words.get(0));
        if (!words.contains(text)) {
            row.problem(column + " " + text, "one of " + String.join(", ", words), "correct the word");
            return words.get(0);
        }
        return text;
    }

    /** The cell says nothing although the rule needs it, or says something the rule has no use for. */
    void needs(String rule, Set<String> needed, Set<String> allowed, List<String> all) {
        for (String column : all) {
            boolean isFilled = row.optional(column).isPresent();
            if (needed.contains(column) && !isFilled) {
                row.problem("no " + column, "a value: " + rule + " needs one", "fill the cell");
            } else if (isFilled && !needed.contains(column) && !allowed.contains(column)) {
                row.problem(
                        column + " " + row.optional(column).orElseThrow(),
                        "an empty cell: " + rule + " has no use for it",
                        "empty the cell or choose another rule_type");
            }
        }
    }

    /** The shares of the year for its twelve months: given twelve or four, or equal ones. */
    List<BigDecimal> profile() {
        List<BigDecimal> shares = new ArrayList<>();
        row.optional("profile")
                .ifPresent(text ->
                        Arrays.stream(PARTS.split(text)).forEach(part -> shares.addAll(parsed("profile", part))));
        if (shares.isEmpty()) {
            shares.add(BigDecimal.ONE);
        } else if (shares.size() != MONTHS && shares.size() != 4) {
            row.problem(shares.size() + " shares", "4 or 12, parted by |", "give one per quarter or one per month");
            return equal(List.of(BigDecimal.ONE));
        }
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.subtract(BigDecimal.ONE).abs().compareTo(ROUNDING) > 0
                || shares.stream().anyMatch(share -> share.signum() < 0)) {
            row.problem("a profile that sums to " + sum, "shares from 0 up that sum to 1", "correct the shares");
        }
        return equal(shares);
    }

    /** Each share spread evenly over its months. */
    private static List<BigDecimal> equal(List<BigDecimal> shares) {
        int months = MONTHS / shares.size();
        return shares.stream()
                .flatMap(share -> Collections.nCopies(
                        months, share.divide(BigDecimal.valueOf(months), new MathContext(15, RoundingMode.HALF_UP)))
                        .stream())
                .toList();
    }

    private List<BigDecimal> parsed(String column, String text) {
        try {
            return List.of(new BigDecimal(text));
        } catch (NumberFormatException unreadable) {
            row.problem(column + " " + text, "a number such as 90 or 4.5", "write the number without a unit");
            return List.of();
        }
    }
}
