package uk.csw.pipeline.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One column of a layout.
 *
 * @param name the staging column it fills
 * @param headers its headers in the file, the usual one first; none for a constant
 * @param inverseHeaders those of them under which yes means no
 * @param type how a cell is read
 * @param required a row in which it is blank or cannot be read is quarantined
 * @param optionalHeader the file may lack the column
 * @param maxLength most characters a text may have; 0 when there is no limit
 * @param minimum smallest number accepted
 * @param maximum largest number accepted
 * @param codes the code set of a {@link ColumnType#CODE} column
 * @param isList several codes may stand in one cell
 * @param values what this supplier's words stand for, each with the code it means
 * @param validOn the date column at which the code must be valid
 * @param constant the same value in every row, where the file itself is the answer
 */
public record Column(
        String name,
        List<String> headers,
        List<String> inverseHeaders,
        ColumnType type,
        boolean required,
        boolean optionalHeader,
        int maxLength,
        int minimum,
        int maximum,
        Optional<String> codes,
        boolean isList,
        Map<String, String> values,
        Optional<String> validOn,
        Optional<String> constant) {
    public Column {
        headers = List.copyOf(headers);
        inverseHeaders = List.copyOf(inverseHeaders);
        values = Map.copyOf(values);
    }

    /** The file need not have it. */
    public boolean mayBeAbsent() {
        return optionalHeader || constant.isPresent();
    }

    /** Every row has a value, or is quarantined. */
    boolean isAlwaysThere() {
        return constant.isPresent() || required && !optionalHeader;
    }

    /** Which numbers are accepted, in words; blank when all are. */
    public String limits() {
        String from = minimum == Integer.MIN_VALUE ? "" : "from " + minimum;
        String to = maximum == Integer.MAX_VALUE ? "" : "to " + maximum;
        return (from + " " + to).strip();
    }

    /** Under this heading of a file, yes means no. */
    public boolean isInverse(String heading) {
        String folded = FoldedHeader.fold(heading);
        return inverseHeaders.stream().map(FoldedHeader::fold).anyMatch(folded::equals);
    }
}
