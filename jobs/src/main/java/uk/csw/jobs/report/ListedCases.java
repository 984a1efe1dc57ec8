package uk.csw.jobs.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import uk.csw.pipeline.explain.CasesBehind;
import uk.csw.pipeline.kpi.CaseList;
import uk.csw.pipeline.kpi.CaseList.Case;
import uk.csw.pipeline.kpi.CaseList.Origin;

/** The cases behind one figure, as lines for a terminal or as a CSV file. */
public final class ListedCases {
    private static final int CASES_SHOWN = 100;

    private ListedCases() {}

    /** What figure it is, and how the list stands to it. */
    public static List<String> heading(CasesBehind behind) {
        List<String> lines = new ArrayList<>();
        lines.add(behind.kpiCode() + ": " + behind.kpiName());
        lines.add(behind.authorityName() + " (" + behind.authorityKey() + "), "
                + FigureInWords.span(behind.basis(), behind.period()) + " ("
                + behind.basis().word() + ")");
        lines.addAll(behind.remarks());
        return lines;
    }

    /** The heading and the first hundred cases. */
    public static List<String> lines(CasesBehind behind) {
        List<String> lines = heading(behind);
        behind.list().filter(list -> !list.cases().isEmpty()).ifPresent(list -> {
            lines.add("");
            lines.addAll(table(list).lines());
            if (list.cases().size() > CASES_SHOWN) {
                lines.add("… and " + (list.cases().size() - CASES_SHOWN) + " more; --to FILE writes all.");
            }
        });
        lines.add("");
        return lines;
    }

    /**
     * Writes all of them as CSV, only for the file's owner to read.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(CasesBehind behind, CaseList list, Path file) throws IOException {
        try (Writer writer = OwnersFile.writer(file);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
            printer.printRecord(
                    Stream.concat(Stream.of("kpi_code", "authority_code", "period", "basis"), titles(list).stream()));
            for (Case one : list.cases()) {
                printer.printRecord(Stream.concat(
                        Stream.of(
                                behind.kpiCode(),
                                behind.authorityKey(),
                                behind.period(),
                                behind.basis().word()),
                        cells(one).stream()));
            }
        }
    }

    /** The first cases, without the columns that say nothing of any of them. */
    private static TextTable table(CaseList list) {
        List<List<String>> rows =
                list.cases().stream().limit(CASES_SHOWN).map(ListedCases::cells).toList();
        List<String> titles = titles(list);
        int[] columns = IntStream.range(0, titles.size())
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                .toArray();
        TextTable table =
                TextTable.of(Arrays.stream(columns).mapToObj(titles::get).toArray(String[]::new));
        rows.forEach(row -> table.row(Arrays.stream(columns).mapToObj(row::get).toArray()));
        return table;
    }

    private static List<String> titles(CaseList list) {
        List<String> titles = new ArrayList<>(List.of(list.key()));
        titles.addAll(list.dates());
        titles.addAll(List.of("in_numerator", "in_denominator", "amount", "delivery_id", "file_name", "line"));
        return titles;
    }

    private static List<String> cells(Case one) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(one.key())));
        one.dates().forEach(date -> cells.add(date.map(LocalDate::toString).orElse("")));
        cells.add(one.isAbove() ? "yes" : "");
        cells.add(one.isBelow() ? "yes" : "");
        cells.add(one.amount().map(Amounts::plain).orElse(""));
        Optional<Origin> origin = one.origin();
        cells.add(origin.map(Origin::deliveryId).map(Object::toString).orElse(""));
        cells.add(origin.map(Origin::fileName).orElse(""));
        cells.add(origin.map(Origin::line).map(Object::toString).orElse(""));
        return cells;
    }
}
