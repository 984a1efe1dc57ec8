package uk.csw.pipeline.comparator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;

/**
 * Takes the mapped figures out of the rows of one file. What it does not understand it counts and says; it guesses
 * nothing.
 */
final class FigureReader {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int PLACES = 9;

    private final List<PlacedFigure> figures = new ArrayList<>();
    private final List<Integer> labelPlaces;
    /** Rows with the same labels hold the same figures. */
    private final Map<List<String>, List<PlacedFigure>> figuresByLabels = new HashMap<>();

    private final List<String> absent = new ArrayList<>();
    private final Set<String> found = new HashSet<>();
    private final Map<String, Integer> notUnderstood = new TreeMap<>();
    private final AreaReader areas;
    private final int year;
    private int newestYear;

    FigureReader(PublishedTable table, Header header, Predicate<String> isAuthority) {
        areas = AreaReader.of(table, header, isAuthority);
        year = header.place(table.layout().year());
        for (MappedFigure figure : table.figures()) {
            PlacedFigure.in(header, figure).ifPresentOrElse(figures::add, () -> absent.add(figure.code()));
        }
        // distinct: figures of one table usually look at the same columns
        labelPlaces = figures.stream()
                .flatMap(figure -> figure.filterPlaces().stream())
                .distinct()
                .toList();
    }

    /** Gives every mapped figure of {@code row} to {@code to}. */
    void read(CSVRecord row, Taker to) {
        List<PlacedFigure> here = figuresByLabels.computeIfAbsent(
                labelPlaces.stream().map(row::get).toList(),
                labels -> figures.stream().filter(figure -> figure.isIn(row)).toList());
        if (here.isEmpty()) {
            return;
        }
        OptionalInt when = PublishedYear.of(row.get(year));
        Optional<Area> where = areas.area(row);
        if (when.isEmpty()) {
            missed("year '" + row.get(year) + "'");
        } else if (where.isEmpty()) {
            missed(areas.said(row));
        } else {
            newestYear = Math.max(newestYear, when.getAsInt());
            here.forEach(figure -> take(figure, row, where.get(), when.getAsInt(), to));
        }
    }

    private void take(PlacedFigure figure, CSVRecord row, Area where, int when, Taker to) {
        List<PublishedCell> cells = new ArrayList<>();
        for (int place : figure.places()) {
            String text = row.get(place);
            if (text.isBlank()) {
                return;
            }
            Optional<PublishedCell> cell = PublishedCell.of(text);
            if (cell.isEmpty()) {
                missed("'" + shortened(text) + "' where " + figure.mapped().code() + " should stand");
                return;
            }
            cells.add(cell.get());
        }
        together(figure.mapped(), cells).ifPresent(cell -> {
            found.add(figure.mapped().code());
            to.take(figure.mapped(), where, when, cell);
        });
    }

    /** The figure that the cells make: the one, or the share; a symbol in any of them stands for the whole. */
    private static Optional<PublishedCell> together(MappedFigure figure, List<PublishedCell> cells) {
        Optional<PublishedCell> hidden =
                cells.stream().filter(cell -> cell.value().isEmpty()).findFirst();
        if (!figure.isComputed() || hidden.isPresent()) {
            return hidden.or(() -> Optional.of(cells.get(0)));
        }
        List<BigDecimal> counts =
                cells.stream().flatMap(cell -> cell.value().stream()).toList();
        BigDecimal below = counts.get(counts.size() - 1);
        BigDecimal above = counts.subList(0, counts.size() - 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return below.signum() == 0
                ? Optional.empty()
                : Optional.of(new PublishedCell(
                        Optional.of(above.multiply(PERCENT).divide(below, PLACES, RoundingMode.HALF_UP)), ""));
    }

    private void missed(String what) {
        notUnderstood.merge(what, 1, Integer::sum);
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    /** The newest year of which there was a figure; 0 without any. */
    int newestYear() {
        return newestYear;
    }

    /** What was not understood, and how often. */
    Map<String, Integer> notUnderstood() {
        return notUnderstood;
    }

    /** The mapped figures that this file does not hold: their column or their rows are not there. */
    List<String> absent() {
        List<String> codes = new ArrayList<>(absent);
        figures.stream()
                .map(figure -> figure.mapped().code())
                .filter(code -> !found.contains(code))
                .forEach(codes::add);
        return codes;
    }

    /** Takes a figure. */
    @FunctionalInterface
    interface Taker {
        void take(MappedFigure figure, Area where, int year, PublishedCell cell);
    }
}
