package uk.csw.pipeline.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One column of a layout.
 *
 * @param name the staging column it fills
 * @param header its header in the file
 * @param aliases other headers it has been seen under
 * @param type how a cell is read
 * @param required a row in which it is blank or cannot be read is quarantined
 * @param optionalHeader the file may lack the column
 * @param maxLength most characters a text may have; 0 when there is no limit
 * @param minimum smallest number accepted
 * @param maximum largest number accepted
 * @param codes the code set of a {@link ColumnType#CODE} column
 * @param validOn the date column at which the code must be valid
 */
public record Column(
        String name,
        String header,
        List<String> aliases,
        ColumnType type,
        boolean required,
        boolean optionalHeader,
        int maxLength,
        int minimum,
        int maximum,
        Optional<String> codes,
        Optional<String> validOn) {
    public Column {
        aliases = List.copyOf(aliases);
    }

    /** Every header that means this column, the usual one first. */
    Stream<String> headers() {
        return Stream.concat(Stream.of(header), aliases.stream());
    }
}
