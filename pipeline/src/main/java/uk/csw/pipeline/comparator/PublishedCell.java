package uk.csw.pipeline.comparator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One published cell: a number, or the symbol that stands in its place.
 *
 * @param value the number as published; a spreadsheet's binary dust behind the twelfth digit is taken off
 * @param symbol the symbol as published; empty beside a number
 */
record PublishedCell(Optional<BigDecimal> value, String symbol) {
    /** c hidden, x not available, z not applicable, u unreliable, k and low round to zero; the rest are older signs. */
    private static final Set<String> SYMBOLS =
            Set.of("c", "x", "z", "u", "k", "low", "~", ":", ".", "..", "-", "*", "n/a", "na", "null");

    private static final MathContext DIGITS = new MathContext(12);

    /** The cell that {@code text} is; empty when it is neither a number nor a known symbol. */
    static Optional<PublishedCell> of(String text) {
        String cell = text.strip();
        if (SYMBOLS.contains(cell.toLowerCase(Locale.ROOT))) {
            return Optional.of(new PublishedCell(Optional.empty(), cell));
        }
        try {
            return Optional.of(new PublishedCell(Optional.of(settled(new BigDecimal(cell.replace(",", "")))), ""));
        } catch (NumberFormatException neither) {
            return Optional.empty();
        }
    }

    private static BigDecimal settled(BigDecimal number) {
        BigDecimal clean = number.precision() > DIGITS.getPrecision()
                ? number.round(DIGITS).stripTrailingZeros()
                : number;
        return clean.scale() < 0 ? clean.setScale(0) : clean;
    }
}
