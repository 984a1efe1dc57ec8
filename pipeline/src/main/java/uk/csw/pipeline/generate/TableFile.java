package uk.csw.pipeline.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one file row by row, mess included, and keeps the account of what was planted. */
final class TableFile<K> implements RowSink, AutoCloseable {
    private static final int BUFFER = 1 << 15;
    private static final int BLANK_ROWS = 3;

    private final Table<K> table;
    private final RowMess rowMess;
    private final FileMess fileMess;
    private final Path path;
    private final Writer out;
    private final String lineEnd;
    private final List<Integer> order = new ArrayList<>();
    private final StringBuilder line = new StringBuilder(BUFFER + 1024);
    private final Map<Mess, Integer> planted = new EnumMap<>(Mess.class);
    private long rows;

    TableFile(Path folder, Table<K> table, RowMess rowMess, FileMess fileMess) throws IOException {
        this.table = table;
        this.rowMess = rowMess;
        this.fileMess = fileMess;
        this.path = folder.resolve(fileMess.fileName());
        this.out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        this.lineEnd = fileMess.has(Mess.BOM_AND_CRLF) ? "\r\n" : "\n";
        for (int i = 0; i < table.columns().size(); i++) {
            order.add(i);
        }
        if (fileMess.has(Mess.REORDERED_COLUMNS)) {
            List<Integer> movable = order.size() > 2 ? order.subList(1, order.size()) : order;
            Collections.rotate(movable, 1);
        }
        header();
    }

    @Override
    public void row(String... cells) {
        Optional<Mess> mess = rowMess.spoil(cells);
        mess.ifPresent(this::count);
        for (Mess kind : Mess.values()) {
            if (kind.reach() == Mess.Reach.FILE && fileMess.has(kind) && kind != Mess.TRAILING_BLANK_ROWS) {
                if (fileMess.apply(kind, cells)) {
                    count(kind);
                }
            }
        }
        boolean isRagged = mess.filter(Mess.RAGGED_ROW::equals).isPresent();
        write(cells, isRagged);
        if (mess.filter(Mess.DUPLICATE_ROW::equals).isPresent()) {
            write(cells, false);
        }
    }

    /** Writes what one child contributes. */
    void write(K child) {
        table.rows().write(child, this);
    }

    WrittenFile account(int authority, YearMonth period) {
        for (Mess kind : Mess.values()) {
            if (kind.reach() == Mess.Reach.HABIT && fileMess.has(kind)) {
                planted.put(kind, (int) rows);
            }
        }
        return new WrittenFile(authority, period, path, table.name(), rows, planted);
    }

    @Override
    public void close() throws IOException {
        if (fileMess.has(Mess.TRAILING_BLANK_ROWS)) {
            planted.put(Mess.TRAILING_BLANK_ROWS, BLANK_ROWS);
            int separators = order.size() - 1 + (fileMess.has(Mess.UNNAMED_COLUMN) ? 1 : 0);
            for (int i = 0; i < BLANK_ROWS; i++) {
                line.append(",".repeat(separators)).append(lineEnd);
            }
        }
        out.append(line);
        out.close();
    }

    private void header() {
        if (fileMess.has(Mess.BOM_AND_CRLF)) {
            line.append('\uFEFF');
        }
        String before = fileMess.has(Mess.UNNAMED_COLUMN) ? "," : "";
        for (int column : order) {
            line.append(before).append(table.columns().get(column).header());
            before = ",";
        }
        line.append(lineEnd);
    }

    private void write(String[] cells, boolean isRagged) {
        boolean isNumbered = fileMess.has(Mess.UNNAMED_COLUMN);
        boolean isShort = isRagged && rows % 2 == 0;
        if (isNumbered) {
            line.append(rows);
        }
        for (int i = 0; i < cells.length; i++) {
            if (!isShort || i != cells.length - 2) {
                if (i > 0 || isNumbered) {
                    line.append(',');
                }
                line.append(cells[order.get(i)]);
            }
        }
        line.append(isRagged && !isShort ? ",x" : "").append(lineEnd);
        rows++;
        if (line.length() > BUFFER) {
            flush();
        }
    }

    private void flush() {
        try {
            out.append(line);
            line.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    private void count(Mess kind) {
        planted.merge(kind, 1, Integer::sum);
    }
}
