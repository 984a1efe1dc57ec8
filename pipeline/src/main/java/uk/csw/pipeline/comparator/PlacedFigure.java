package uk.csw.pipeline.comparator;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * A mapped figure in one file.
 *
 * @param mapped what is looked for
 * @param places where its columns stand, the denominator last
 * @param filterPlaces where the columns of its filters stand
 */
record PlacedFigure(MappedFigure mapped, List<Integer> places, List<Integer> filterPlaces) {
    /** The figure in a file with this header; none when the file lacks a column of it. */
    static Optional<PlacedFigure> in(Header header, MappedFigure figure) {
        List<Integer> places = Stream.concat(
                        figure.columns().stream(),
                        figure.isComputed() ? Stream.of(figure.denominator()) : Stream.empty())
                .map(header::place)
                .toList();
        List<Integer> filterPlaces = figure.where().stream()
                .map(filter -> header.place(filter.column()))
                .toList();
        return places.contains(Header.MISSING) || filterPlaces.contains(Header.MISSING)
                ? Optional.empty()
                : Optional.of(new PlacedFigure(figure, places, filterPlaces));
    }

    /** Whether {@code row} holds it. */
    boolean isIn(CSVRecord row) {
        return IntStream.range(0, filterPlaces.size())
                .allMatch(i -> mapped.where().get(i).accepts(LabelFilter.folded(row.get(filterPlaces.get(i)))));
    }
}
