package uk.csw.pipeline.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.csw.pipeline.layout.CodeSet;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.ColumnType;
import uk.csw.pipeline.layout.Layout;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.BinaryCopy;

/** How rows of one layout are written: which staging columns in which order, and who judges each. */
final class TablePlan {
    private static final List<String> OPENING = List.of("file_id", "line");
    /** Not there where a row is not about a child. */
    private static final List<String> CHILD = List.of("child_key", "child_id");

    private final Layouts layouts;
    private final Layout layout;
    private final List<Column> order;
    private final Map<String, CodeTable> tables = new HashMap<>();

    TablePlan(Layouts layouts, Layout layout) {
        this.layouts = layouts;
        this.layout = layout;
        // Dates first: a code may have to be valid on one of them. The child opens the row.
        this.order = layout.columns().stream()
                .sorted(Comparator.comparing((Column column) -> !isChild(column))
                        .thenComparing(column -> column.type() != ColumnType.DATE))
                .toList();
    }

    /** An empty buffer for rows of this layout. */
    BinaryCopy rows() {
        List<String> columns = new ArrayList<>(OPENING);
        if (order.stream().anyMatch(TablePlan::isChild)) {
            columns.addAll(CHILD);
        }
        order.stream().filter(column -> !isChild(column)).map(Column::name).forEach(columns::add);
        columns.add("row_hash");
        return new BinaryCopy("staging." + layout.entity(), columns);
    }

    /** One judge per column, in the order in which they write, for a file with this header. */
    CellJudge[] judges(PartFile file, List<String> header, ChildKeys keys) {
        DateText dates = new DateText(file.period(), layout.dateStyle());
        int[] positions = positions(header);
        CellJudge[] judges = new CellJudge[order.size()];
        for (int i = 0; i < judges.length; i++) {
            Column column = order.get(i);
            boolean inverse = positions[i] >= 0 && column.isInverse(header.get(positions[i]));
            judges[i] = inverse ? new FlagJudge(layout, column, true) : judge(column, i, dates, file, keys);
        }
        return judges;
    }

    /** Where each of those columns stands in a file with this header; -1 where the file lacks it. */
    int[] positions(List<String> header) {
        int[] declared = layout.positions(header);
        return order.stream()
                .mapToInt(column -> declared[layout.columns().indexOf(column)])
                .toArray();
    }

    private CellJudge judge(Column column, int slot, DateText dates, PartFile file, ChildKeys keys) {
        if (isChild(column)) {
            return new ChildJudge(layout, column, keys, file.authorityKey());
        }
        return switch (column.type()) {
            case TEXT -> new TextJudge(layout, column);
            case CODE ->
                column.isList() ? new CodeListJudge(layout, column, layouts.codesOf(column)) : codeJudge(column);
            case DATE -> new DateJudge(layout, column, dates, slot);
            case MONTH -> new MonthJudge(layout, column, dates);
            case INTEGER -> new IntegerJudge(layout, column);
            case FLAG -> new FlagJudge(layout, column, false);
            case POSTCODE -> new PostcodeJudge(layout, column);
            case UPN -> new UpnJudge(layout, column);
            case URN -> new UrnJudge(layout, column);
            case DECIMAL -> new DecimalJudge(layout, column);
        };
    }

    /** Spellings worked out for one file serve the next. */
    private CodeJudge codeJudge(Column column) {
        CodeSet codes = layouts.codesOf(column);
        CodeTable table = tables.computeIfAbsent(column.name(), name -> new CodeTable(codes));
        return new CodeJudge(layout, column, codes, table, dateSlot(column));
    }

    private int dateSlot(Column code) {
        return code.validOn()
                .map(name -> order.stream().map(Column::name).toList().indexOf(name))
                .orElse(CodeJudge.NO_SLOT);
    }

    private static boolean isChild(Column column) {
        return column.name().equals("child_id");
    }
}
