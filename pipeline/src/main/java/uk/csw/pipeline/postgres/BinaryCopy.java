package uk.csw.pipeline.postgres;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows of one table in PostgreSQL's binary COPY format, gathered in memory and sent in one go, or piece by piece through
 * a COPY that stays open. Nothing is allocated per row. Rows are written column by column in the order given: {@link #begin} and one call per column; a row that
 * turns out to be unwanted is taken back with {@link #discard}. Not for use by several threads.
 */
public final class BinaryCopy {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};
    private static final int EPOCH_DAY_2000 = 10_957;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** The server holds one message in memory at a time. */
    private static final int MESSAGE = 64 * 1024;
    /** Digits of one digit of a {@code numeric}, and the mark of a negative one. */
    private static final int GROUP = 4;

    private static final int NEGATIVE = 0x4000;

    private final String statement;
    private final int columns;
    private byte[] buffer = new byte[8 * 1024];
    private int at;
    private int rowStart;
    private @Nullable CopyIn open;

    /**
     * Rows for {@code table} (with its schema), with values for {@code columns} in that order. Names are written into
     * the statement as they are: they come from our own code or a checked list, never from a file.
     */
    public BinaryCopy(String table, List<String> columns) {
        this.columns = columns.size();
        this.statement = "copy " + table + " ("
                + columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "))
                + ") from stdin (format binary)";
    }

    /** Starts a row. */
    public void begin() {
        room(2);
        rowStart = at;
        put16(columns);
    }

    /** Where the next column will be written: to be given to {@link #hashSince}. */
    public int position() {
        return at;
    }

    /** A hash of what was written of the current row since {@code position}: the same bytes give the same hash. */
    public long hashSince(int position) {
        long hash = 0x9E3779B97F4A7C15L;
        int i = position;
        for (; i + Long.BYTES <= at; i += Long.BYTES) {
            hash = mix(hash ^ (long) LONGS.get(buffer, i));
        }
        long rest = at - i;
        for (; i < at; i++) {
            rest = rest << 8 | buffer[i] & 0xffL;
        }
        return mix(hash ^ rest);
    }

    /** Takes back the row begun last. */
    public void discard() {
        at = rowStart;
    }

    /** A null. */
    public void nothing() {
        room(4);
        put32(-1);
    }

    /** A {@code bigint}. */
    public void bigint(long value) {
        room(12);
        put32(8);
        put32((int) (value >>> 32));
        put32((int) value);
    }

    /** An {@code integer}. */
    public void integer(int value) {
        room(8);
        put32(4);
        put32(value);
    }

    /** A {@code boolean}. */
    public void bool(boolean value) {
        room(5);
        put32(1);
        buffer[at++] = (byte) (value ? 1 : 0);
    }

    /** A {@code date}, as a count of days since 1970-01-01. */
    public void date(long epochDay) {
        integer((int) (epochDay - EPOCH_DAY_2000));
    }

    /** A {@code numeric}, in groups of four digits counted from the decimal point. */
    public void numeric(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        int groupsBehindPoint = (scale + GROUP - 1) / GROUP;
        String digits = value.abs()
                .movePointRight(groupsBehindPoint * GROUP)
                .toBigIntegerExact()
                .toString();
        String padded = "0".repeat((GROUP - digits.length() % GROUP) % GROUP) + digits;
        int groups = padded.length() / GROUP;
        room(12 + 2 * groups);
        put32(8 + 2 * groups);
        put16(groups);
        put16(groups - groupsBehindPoint - 1);
        put16(value.signum() < 0 ? NEGATIVE : 0);
        put16(scale);
        for (int i = 0; i < padded.length(); i += GROUP) {
            put16(Integer.parseInt(padded, i, i + GROUP, 10));
        }
    }

    /** A {@code text}. */
    public void text(String value) {
        int length = value.length();
        room(4 + length);
        int start = at + 4;
        for (int i = 0; i < length; i++) {
            char letter = value.charAt(i);
            if (letter >= 0x80) {
                byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
                utf8(encoded, 0, encoded.length);
                return;
            }
            buffer[start + i] = (byte) letter;
        }
        put32(length);
        at += length;
    }

    /** A {@code text} given as UTF-8. */
    public void utf8(byte[] value, int from, int length) {
        room(4 + length);
        put32(length);
        System.arraycopy(value, from, buffer, at, length);
        at += length;
    }

    /** Bytes waiting to be sent. */
    public int size() {
        return at;
    }

    /**
     * Sends the finished rows and leaves the COPY open for more, so that the server works on them meanwhile. Nothing else
     * can be done with the connection until {@link #flush} or {@link #abandon}.
     */
    public void send(Connection connection) throws SQLException {
        CopyIn copy = open;
        if (copy == null) {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            open = copy;
            copy.writeToCopy(HEADER, 0, HEADER.length);
        }
        for (int sent = 0; sent < at; sent += MESSAGE) {
            copy.writeToCopy(buffer, sent, Math.min(MESSAGE, at - sent));
        }
        at = 0;
    }

    /**
     * Sends the finished rows and ends the COPY.
     *
     * @return the number of rows the server took since it was opened
     */
    public long flush(Connection connection) throws SQLException {
        if (at == 0 && open == null) {
            return 0;
        }
        try {
            send(connection);
            CopyIn copy = Objects.requireNonNull(open);
            copy.writeToCopy(TRAILER, 0, TRAILER.length);
            return copy.endCopy();
        } finally {
            abandon();
        }
    }

    /** Ends a COPY that was left open, without its rows: the transaction can then only be rolled back. */
    public void abandon() throws SQLException {
        CopyIn copy = open;
        open = null;
        at = 0;
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** The finalizer of MurmurHash3, which spreads every bit over all others. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    private void room(int more) {
        if (at + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(at + more, buffer.length + (buffer.length >> 1)));
        }
    }

    private void put16(int value) {
        buffer[at++] = (byte) (value >>> 8);
        buffer[at++] = (byte) value;
    }

    private void put32(int value) {
        buffer[at++] = (byte) (value >>> 24);
        buffer[at++] = (byte) (value >>> 16);
        buffer[at++] = (byte) (value >>> 8);
        buffer[at++] = (byte) value;
    }
}
